import FoundationEssentials
import Web

#if canImport(Glibc)
    import Glibc
#endif

/// What the process uses of the machine, as Linux tells it.
struct ProcessFigures {
    /// Time of the processor, in seconds.
    let processorSeconds: Double
    /// Memory that is really there, in bytes; `nil` where the system does not tell.
    let residentBytes: Int?
    /// Open files and connections; `nil` where the system does not tell.
    let openDescriptors: Int?
    /// How many there may be.
    let limitDescriptors: Int

    /// What is used now.
    static func now() -> ProcessFigures {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
            .split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return ProcessFigures(
            processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            residentBytes: pages.map { $0 * sysconf(Int32(_SC_PAGESIZE)) },
            openDescriptors: (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count,
            limitDescriptors: Int(clamping: limit.rlim_cur))
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }

    /// Writes them.
    func write(to text: inout MetricText) {
        text.family("process_cpu_seconds_total", .counter, "Time of the processor, in seconds.")
        text.sample("process_cpu_seconds_total", processorSeconds)
        if let residentBytes {
            text.family("process_resident_memory_bytes", .gauge, "Memory that is really there, in bytes.")
            text.sample("process_resident_memory_bytes", Double(residentBytes))
        }
        if let openDescriptors {
            text.family("process_open_fds", .gauge, "Open files and connections.")
            text.sample("process_open_fds", Double(openDescriptors))
        }
        text.family("process_max_fds", .gauge, "How many open files and connections there may be.")
        text.sample("process_max_fds", Double(limitDescriptors))
    }
}
