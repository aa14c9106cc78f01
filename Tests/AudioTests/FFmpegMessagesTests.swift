import Testing

@testable import Audio

@Suite struct FFmpegMessagesTests {
    private let messages = FFmpegMessages(
        text: """
            Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/tmp/a.m4a':
              Duration: 01:02:03.50, start: 0.000000, bitrate: 70 kb/s
              Stream #0:0[0x1](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 69 kb/s (default)
            file:/tmp/a.m4a: Invalid data found when processing input
            """)

    @Test func theDescriptionOfTheInputIsUnderstood() {
        #expect(messages.format == "mov,mp4,m4a,3gp,3g2,mj2, aac (LC) (mp4a / 0x6134706D), decoded by ffmpeg")
        #expect(messages.durationSeconds == 3723.5)
    }

    @Test func theReasonIsTheLastMessageWithoutThePath() {
        #expect(messages.reason(path: "file:/tmp/a.m4a") == "Invalid data found when processing input")
        #expect(messages.complains(of: "processing input"))
        #expect(!messages.complains(of: "No space left on device"))
    }

    @Test func noMessagesAreNoTrouble() {
        let silent = FFmpegMessages(text: "")
        #expect(silent.format == "decoded by ffmpeg")
        #expect(silent.durationSeconds == nil)
        #expect(silent.reason(path: "a") == "it gave no reason")
        #expect(FFmpegMessages(text: "Duration: N/A, start: 0").durationSeconds == nil)
    }
}
