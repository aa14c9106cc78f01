import Synchronization
import TestSupport
import Testing

@testable import HTTPClient

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct DownloadTests {
    private let transport: HTTPTransport
    private let folder: TestFolder

    init() throws {
        transport = try HTTPTransport()
        folder = try TestFolder()
    }

    @Test func aFileAppearsWholeAndProgressIsTold() async throws {
        try await LoopbackServer.run { server async throws in
            let progress = Mutex<[HTTPProgress]>([])
            let response = try await transport.download(
                HTTPRequest(.get, server.url("bytes/3000000")), to: folder.file("a.bin")
            ) { one in progress.withLock { $0.append(one) } }
            #expect(response.status == 200 && response.body.isEmpty)
            let bytes = try folder.bytes("a.bin")
            #expect(
                bytes.count == 3_000_000 && bytes[250] == 250 && bytes[2_999_999] == UInt8(2_999_999 % 251))
            let told = progress.withLock { $0 }
            #expect(told.last == HTTPProgress(receivedBytes: 3_000_000, totalBytes: 3_000_000))
            #expect(
                told.count > 2
                    && zip(told, told.dropFirst()).allSatisfy { $0.receivedBytes < $1.receivedBytes })
            #expect(folder.names() == ["a.bin"])
        }
    }

    @Test func anEmptyFileAppearsToo() async throws {
        try await LoopbackServer.run { server async throws in
            _ = try await transport.download(
                HTTPRequest(.get, server.url("bytes/0")), to: folder.file("a.bin"))
            #expect(try folder.bytes("a.bin").isEmpty)
        }
    }

    @Test func whatWasThereIsReplacedOnlyByAWholeFile() async throws {
        try await LoopbackServer.run { server async throws in
            try folder.write([9], to: "a.bin")
            let limits = HTTPLimits(whole: .seconds(20), stall: .seconds(1), fileBytes: 500)
            for path in ["cut", "cut-chunked", "stall", "endless", "promise", "bytes/501"] {
                await #expect(throws: HTTPError.self) {
                    try await transport.download(
                        HTTPRequest(.get, server.url(path), limits: limits), to: folder.file("a.bin"))
                }
                #expect(try folder.bytes("a.bin") == [9])
                #expect(folder.names() == ["a.bin"])
            }
            _ = try await transport.download(
                HTTPRequest(.get, server.url("bytes/2")), to: folder.file("a.bin"))
            #expect(try folder.bytes("a.bin") == [0, 1])
        }
    }

    @Test func aRefusalLeavesNoFileAndKeepsItsWords() async throws {
        try await LoopbackServer.run { server async throws in
            let response = try await transport.download(
                HTTPRequest(.get, server.url("status/404")), to: folder.file("a.bin"))
            #expect(response.status == 404 && response.text == "as asked")
            #expect(folder.names().isEmpty)
        }
    }

    @Test func aRedirectedFileArrives() async throws {
        try await LoopbackServer.run { server async throws in
            let request = HTTPRequest(
                .get, server.url("redirect/302?to=/bytes/7"), redirects: .follow(atMost: 2))
            _ = try await transport.download(request, to: folder.file("a.bin"))
            #expect(try folder.bytes("a.bin").count == 7)
        }
    }

    @Test func aFolderThatIsNotThereIsAnErrorBeforeAnythingIsAsked() async throws {
        try await LoopbackServer.run { server async throws in
            let path = folder.file("none/a.bin")
            do throws(HTTPError) {
                _ = try await transport.download(HTTPRequest(.get, server.url("bytes/7")), to: path)
                Issue.record("it was written")
            } catch {
                #expect(error.reason == .fileFailed(path: path, "No such file or directory"))
            }
            #expect(try await transport.send(HTTPRequest(.get, server.url("log"))).text == "[]")
        }
    }

    @Test func cancellingLeavesNothing() async throws {
        try await LoopbackServer.run { server async throws in
            let path = folder.file("a.bin")
            let task = Task {
                try? await transport.download(HTTPRequest(.get, server.url("trickle")), to: path)
            }
            while folder.names().isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            #expect(folder.names().count == 1)
            task.cancel()
            #expect(await task.value == nil)
            #expect(folder.names().isEmpty)
        }
    }

    /// Whoever computes on all threads of Swift's pool holds no transfer up: a server's answer would come too late.
    @Test func aBusyPoolHoldsNothingUp() async throws {
        try await LoopbackServer.run { server async throws in
            let pool = BusyPool()
            let told = Mutex(0)
            _ = try await transport.download(
                HTTPRequest(.get, server.url("bytes/3000000")), to: folder.file("a.bin")
            ) { progress in
                if told.withLock({ count in (count, count += 1).0 }) == 0 { pool.fill() }
                if progress.receivedBytes == progress.totalBytes { pool.free() }
            }
            #expect(pool.wasFreed)
        }
    }
}
