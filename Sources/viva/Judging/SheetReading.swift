import Evaluation
import FoundationEssentials

/// Reads the lines of a sheet of answers.
enum SheetReading {
    /// An answer, or what is wrong with its line.
    static func answer(_ line: [UInt8]) -> Result<SheetAnswer, SheetFailure> {
        do {
            return .success(try JSONDecoder().decode(SheetAnswer.self, from: Data(line)))
        } catch let error as DecodingError {
            return .failure(SheetFailure(error: reason(error)))
        } catch {
            return .failure(SheetFailure(error: "\(error)"))
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(path(context)) is not what it should be"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty && context.underlyingError != nil
                ? "it is no JSON object"
                : [path(context), context.debugDescription].filter { $0 != "the line" }.joined(
                    separator: ": ")
        @unknown default: "it cannot be read"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return keys.isEmpty ? "the line" : keys.joined(separator: ".")
    }
}
