import NIOCore
import NIOWebSocket
import Testing

@testable import Server

/// Signs of life, and the end of a WebSocket, over time.
struct WebSocketStateTests {
    private static func state() -> WebSocketState {
        WebSocketState(limitMessageBytes: 100, idleSeconds: 60, at: 0)
    }

    private static func frame(_ opcode: WebSocketOpcode) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: [1, 2, 3, 4], data: ByteBuffer())
    }

    @Test func aSignOfLifeIsAskedForOnceAtHalfOfTheTime() {
        var state = Self.state()
        #expect(state.time(isReading: true, at: 29) == .nothing)
        #expect(state.time(isReading: true, at: 30) == .ping)
        #expect(state.time(isReading: true, at: 31) == .nothing)
        #expect(state.handle(Self.frame(.pong), at: 40) == .nothing)
        #expect(state.time(isReading: true, at: 69) == .nothing)
        #expect(state.time(isReading: true, at: 70) == .ping)
        #expect(state.time(isReading: true, at: 100) == .close(.notAllowed("Nothing came for too long.")))
        #expect(state.time(isReading: true, at: 101) == .nothing)
        #expect(state.time(isReading: false, at: 102) == .end)
    }

    @Test func whileNobodyReadsAClientCannotBeHeard() {
        var state = Self.state()
        #expect(state.time(isReading: false, at: 1000) == .nothing)
        #expect(state.time(isReading: true, at: 1001) == .nothing)
        #expect(state.time(isReading: true, at: 1030) == .ping)
    }

    @Test func afterTheEndOnlyTheOtherEndCounts() {
        var state = Self.state()
        #expect(state.close(.goingAway, at: 1) == .close(.goingAway))
        #expect(state.close(.normal, at: 1) == .nothing)
        #expect(state.handle(Self.frame(.ping), at: 1) == .nothing)
        #expect(state.handle(Self.frame(.text), at: 1) == .nothing)
        #expect(state.handle(Self.frame(.connectionClose), at: 1) == .end)
    }
}
