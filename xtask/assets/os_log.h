/* Stands in for macOS's <os/log.h>, which only Apple's SDK has. Good for compiling; what is compiled with it is never linked. */
#ifndef VESTIBULE_OS_LOG_STUB
#define VESTIBULE_OS_LOG_STUB
typedef struct os_log_s *os_log_t;
#define OS_LOG_DEFAULT ((os_log_t)0)
#define OS_LOG_TYPE_DEFAULT 0
#define os_log(log, ...) ((void)0)
#define os_log_create(subsystem, category) ((os_log_t)0)
#define os_log_debug(log, ...) ((void)0)
#define os_log_error(log, ...) ((void)0)
#define os_log_fault(log, ...) ((void)0)
#define os_log_info(log, ...) ((void)0)
#endif
