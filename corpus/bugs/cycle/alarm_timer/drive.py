# names: alarms.Alarm
import extension


def step():
    alarm = extension.Alarm()
    fired = []
    alarm.on_fire = lambda: fired.append(alarm)
    alarm.fire()
    assert fired.pop() is alarm
