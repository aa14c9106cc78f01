import Inference
import Testing

@testable import Recognition

@Suite struct WhisperEncoderTests {
    @Test(arguments: [0, 2, 10, 200]) func hearsAPositionForTwoFrames(frames: Int) throws {
        let spectrogram = Matrix(rows: frames, columns: 80, repeating: 0.5)
        let heard = try TinyWhisper.encoder()(spectrogram) { () throws(Never) in }
        #expect((heard.rows, heard.columns) == (frames / 2, 64))
        #expect(heard.values.allSatisfy({ $0.isFinite }))
    }
}
