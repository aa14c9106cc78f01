import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A program that runs beside this one, with its standard output and errors.
struct SpawnedProgram {
    private let child: pid_t

    /// Starts a program.
    init(_ program: String, _ arguments: [String]) throws {
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, program, nil, nil, &words, environ)
        guard code == 0 else {
            throw MeasuredProcess.Failure(
                description: "\(program) could not be started: \(Errno(rawValue: code)).")
        }
        self.child = child
    }

    /// Waits for its end; 0 when all went well.
    func wait() throws -> Int32 {
        var status: Int32 = 0
        guard waitpid(child, &status, 0) == child else {
            throw MeasuredProcess.Failure(
                description: "The program \(child) was lost: \(Errno(rawValue: errno)).")
        }
        return status
    }
}
