#if canImport(Glibc)
    import Glibc
#endif

/// The processor time of this process, all its threads together.
enum ProcessorTime {
    /// Processor seconds since the start of the process.
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
