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

    @Test func whoDoesNotReadGetsNoAnswersToSignsOfLife() {
        var state = Self.state()
        #expect(state.handle(Self.frame(.ping), isWritable: false, at: 1) == .nothing)
        #expect(state.handle(Self.frame(.ping), at: 2) == .pong(ByteBuffer()))
    }

    @Test(arguments: [true, false]) func whoDoesNotReadForTooLongIsLetGo(isReading: Bool) {
        var state = Self.state()
        #expect(state.time(isReading: isReading, isWritable: false, at: 1) == .nothing)
        #expect(state.time(isReading: isReading, at: 2) == .nothing)
        for second in 3...62 {
            // The client goes on talking, which is no sign that it reads.
            #expect(state.handle(Self.frame(.ping), isWritable: false, at: Double(second)) == .nothing)
            #expect(state.time(isReading: isReading, isWritable: false, at: Double(second)) == .nothing)
        }
        let reason = WebSocketClose.notAllowed("What was sent was not read for too long.")
        #expect(state.time(isReading: isReading, isWritable: false, at: 63) == .close(reason))
        #expect(state.time(isReading: isReading, isWritable: false, at: 65) == .end)
    }
}
