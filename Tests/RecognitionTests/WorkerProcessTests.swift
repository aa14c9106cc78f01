import Testing

@testable import Recognition

#if canImport(Glibc)
    import Glibc
#endif

extension EngineTests {
    @Suite struct WorkerProcessTests {
        /// A server's sockets are not marked to be closed: NIO opens them without `SOCK_CLOEXEC`.
        @Test func aWorkerHasNothingThatIsOpenHereButItsOwnLine() throws {
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            #expect(socket >= 0)
            defer { close(socket) }
            // Where nothing else is, so that its number tells it from what the program opens itself.
            let open = fcntl(socket, F_DUPFD, 700)
            #expect(open >= 700)
            defer { close(open) }
            let (process, line) = try WorkerProcess.start("/bin/ls", ["/proc/self/fd"])
            defer { close(line) }
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while read(line, &byte, 1) == 1 { bytes.append(byte) }
            _ = process.end()
            let numbers = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
                Int32($0)
            }
            #expect(Set(numbers).isSuperset(of: [0, 1, 2]))
            // One more is the folder that it lists.
            #expect(numbers.count <= 4 && !numbers.contains(open), "\(numbers)")
        }
    }
}
