import Models
import Recognition
import Speech

/// The Whisper models that are installed.
enum InstalledWhisper {
    /// Those that are fast enough on a processor for people who wait, the best first.
    private static let quick = ["small.en", "base.en", "tiny.en", "small", "base", "tiny"].map {
        "whisper-" + $0
    }

    private static var store: ModelStore { ModelStore.ofUser }

    /// The name of the best one; `nil` when none is installed.
    static func best() -> String? {
        let names = Set(((try? store.models()) ?? []).map(\.name))
        return quick.first(where: names.contains)
    }

    /// The full name of the model that is meant, `tiny.en` or `whisper-tiny.en`; the best one when none is named.
    ///
    /// - Throws: `CommandFailure` when it is not installed.
    static func name(of given: String?) throws -> String {
        guard let given else {
            if let best = best() { return best }
            throw CommandFailure(
                .unavailable,
                "No Whisper model is installed. `viva models install tiny.en` installs the smallest one, and "
                    + "--engine pocketsphinx works without.")
        }
        let names = try store.models().map(\.name)
        if let name = [given, "whisper-" + given].first(where: names.contains) { return name }
        throw CommandFailure(
            .unavailable,
            "The model \(given) is not installed. `viva models install \(given)` installs it; `viva models list` says "
                + "what there is.")
    }

    /// Opens one.
    ///
    /// - Throws: `RecognitionError.modelInvalid` when it is damaged or no Whisper model.
    static func open(_ name: String) throws(RecognitionError) -> WhisperModel {
        let installed: InstalledModel
        do throws(ModelError) { installed = try store.model(named: name) } catch {
            throw .modelInvalid(path: store.path(of: name), reason: "\(error)")
        }
        return try WhisperModel(installed)
    }
}
