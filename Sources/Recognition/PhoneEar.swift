import Speech

/// Hears the phones of utterances, on a thread of its own.
actor PhoneEar {
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.phones")
    private let decoder: PhoneDecoder

    /// Loads a model, on the caller's thread.
    ///
    /// - Throws: `RecognitionError` when the engine refuses it.
    init(
        model: PocketSphinxModel, phoneModelPath: String, options: PocketSphinxOptions
    ) throws(RecognitionError) {
        do throws(Decoder.Failure) {
            decoder = try PhoneDecoder(model: model, phoneModelPath: phoneModelPath, options: options)
        } catch {
            throw .engineFailed(engine: "PocketSphinx for phones", reason: error.reason)
        }
    }

    /// The phones of an utterance.
    func hear(_ utterance: Utterance) throws(RecognitionError) -> HeardPhones? {
        guard utterance.audio.time.durationSeconds >= PocketSphinxRecognizer.minimumUtteranceSeconds else {
            return nil
        }
        do throws(Decoder.Failure) {
            var conversion = PulseCodeModulation()
            return HeardPhones(try decoder.decode(conversion.convert(utterance.audio.samples)))
        } catch {
            throw .decodingFailed(time: utterance.audio.time, reason: error.reason)
        }
    }
}
