/* Rust's standard library takes its random bytes on Windows from ProcessPrng in bcryptprimitives.dll, which Wine 8 does not
 * have. This is that one function over the older RtlGenRandom. For the check under Wine only; never packed with Vestibule. */
#include <windows.h>

/* RtlGenRandom, by the name that advapi32.dll exports it under. */
BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) {
    while (length > 0) {
        ULONG part = length > 0x10000 ? 0x10000 : (ULONG)length;
        if (!SystemFunction036(bytes, part)) {
            return FALSE;
        }
        bytes += part;
        length -= part;
    }
    return TRUE;
}
