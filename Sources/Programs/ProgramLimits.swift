#if canImport(Glibc)
    import Glibc
#endif

/// What a program may take of the machine, set by `prlimit` before it starts: for programs that open what comes from
/// strangers.
public struct ProgramLimits: Sendable, Hashable {
    /// Processor time, in seconds.
    public var cpuSeconds: Int
    /// Address space, in bytes.
    public var memoryBytes: Int
    /// The longest file that it may write, in bytes.
    public var fileBytes: Int

    /// Limits of one run.
    public init(cpuSeconds: Int, memoryBytes: Int, fileBytes: Int) {
        self.cpuSeconds = cpuSeconds
        self.memoryBytes = memoryBytes
        self.fileBytes = fileBytes
    }

    /// The arguments of `prlimit` that stand before the program: no limit is above that of this process, which may not be
    /// raised, and no core is dumped.
    public var arguments: [String] {
        [
            // The signal that says why comes a second before the one that only kills.
            "--cpu=\(Self.allowed(cpuSeconds, RLIMIT_CPU)):\(Self.allowed(cpuSeconds + 1, RLIMIT_CPU))",
            "--as=\(Self.allowed(memoryBytes, RLIMIT_AS))",
            "--fsize=\(Self.allowed(fileBytes, RLIMIT_FSIZE))", "--core=0",
        ]
    }

    private static func allowed(_ value: Int, _ resource: __rlimit_resource) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return value }
        return limit.rlim_max == rlim_t.max ? value : min(value, Int(clamping: limit.rlim_max))
    }
}
