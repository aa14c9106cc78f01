import Foundation

/// Reads files that people edit by hand.
enum TextFile {
    /// Why a file was not read, as a sentence.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The text of a file.
    ///
    /// - Throws: `Failure` when it cannot be read, has more bytes than `limitBytes`, or is no UTF-8.
    static func read(_ path: String, limitBytes: Int) throws(Failure) -> String {
        let data: Data
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
            guard size <= limitBytes else {
                throw Failure(
                    description: "The file has \(size) bytes, more than the \(limitBytes) allowed: split it.")
            }
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(description: "The file cannot be read: \(error.localizedDescription)")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(description: "The file is not UTF-8 text: save it as UTF-8.")
        }
        return text
    }
}
