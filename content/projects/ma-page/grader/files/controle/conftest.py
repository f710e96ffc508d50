import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """A learner reads our sentence, not the stack that led to it."""
    rapport = (yield).get_result()
    if call.excinfo and call.excinfo.errisinstance(AssertionError):
        rapport.longrepr = str(call.excinfo.value)
