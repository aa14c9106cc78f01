#if canImport(Glibc)
    import Glibc
#endif

/// Interrupts the wait for the network from any thread: a pipe that a poll sees while there is a byte in it.
///
/// Every `raise` must be followed by one `lower`, by whoever it was meant for; until then nobody waits, so that a signal
/// cannot be taken by somebody else and lost.
final class WakeSignal: Sendable {
    /// It could not be made.
    struct Failure: Error {
        var reason: String
    }

    /// What a poll waits for beside its own sockets.
    let descriptor: Int32
    private let writer: Int32

    init() throws(Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Failure(reason: String(cString: strerror(errno)))
        }
        (descriptor, writer) = (ends[0], ends[1])
        for end in ends {
            // Nobody waits here, and programs that are started do not get it.
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(descriptor)
        close(writer)
    }

    /// Keeps everybody from waiting. The pipe holds 65,536 bytes and a call at most two: what did not fit would find
    /// nobody waiting anyway.
    func raise() {
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }

    /// Takes one `raise` back.
    func lower() {
        var byte: UInt8 = 0
        _ = read(descriptor, &byte, 1)
    }
}
