"""A zip file and a tar file in memory."""

import io
import tarfile
import zipfile


def step():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("folder/text.txt", "text " * 50)
    with zipfile.ZipFile(file) as archive:
        assert archive.read("folder/text.txt").startswith(b"text text")
        assert [path.name for path in zipfile.Path(archive).iterdir()] == ["folder"]
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        member = tarfile.TarInfo("data")
        member.size = 4
        archive.addfile(member, io.BytesIO(b"data"))
    file.seek(0)
    with tarfile.open(fileobj=file) as archive:
        assert archive.extractfile("data").read() == b"data"
