import extension


class Picture:
    pass


worker = extension.Worker()


def step():
    def job():
        picture = Picture()
        raise ValueError(f"this is no {type(picture).__name__}")

    assert not worker.run(job)
