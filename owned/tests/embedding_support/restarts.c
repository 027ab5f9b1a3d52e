/* What the library's own loop is compared with: an interpreter that is started, used and stopped, again and again.
 *
 *     restarts EXECUTABLE SOURCE ROUNDS
 *
 * After each round, the resident memory of the process in kilobytes goes to stdout. */
#include <Python.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static long resident(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%*s %ld", &pages) != 1)
        exit(3);
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    for (int round = 0; round < atoi(argv[3]); round++) {
        PyConfig config;
        PyConfig_InitPythonConfig(&config);
        config.install_signal_handlers = 0;
        config.configure_c_stdio = 0;
        config.parse_argv = 0;
        PyStatus status = PyConfig_SetBytesString(&config, &config.program_name, argv[1]);
        if (!PyStatus_Exception(status))
            status = Py_InitializeFromConfig(&config);
        PyConfig_Clear(&config);
        if (PyStatus_Exception(status))
            Py_ExitStatusException(status);
        if (PyRun_SimpleString(argv[2]) != 0 || Py_FinalizeEx() != 0)
            return 1;
        printf("%ld\n", resident());
    }
    return 0;
}
