import Archive
import ArgumentParser
import Recordings

/// `viva database rotate`: recordings under another key.
struct DatabaseRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Bring every recording under the first of the keys, and encrypt those that are not yet.",
        discussion: """
            VIVA_KEY, or the file that VIVA_KEY_FILE names, has the new key first and the old ones behind it. Broken off, it goes on where
            it was when it is called again; interviews may be held meanwhile. When it ends with 0 the old keys are needed no more. Text in
            the database is not encrypted.

            EXAMPLES
              viva database rotate
              VIVA_KEY_FILE=~/viva.key viva database rotate
            """)

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var rewrapped: Int
        var encrypted: Int
        var unchanged: Int
        var faults: [String]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let vault = try await archive.open().vault
        guard vault.isEncrypted else {
            throw CommandFailure(
                .unavailable,
                "No key is given: set VIVA_KEY to one, or VIVA_KEY_FILE to the path of a file with it; "
                    + "`openssl rand -base64 32` makes one.")
        }
        let rotation = try vault.rotate()
        let faults = rotation.faults.map { "\($0)" }
        if common.json {
            try JSONOutput.print(
                Output(
                    rewrapped: rotation.rewrapped, encrypted: rotation.encrypted,
                    unchanged: rotation.unchanged, faults: faults))
        } else {
            let done = rotation.rewrapped + rotation.encrypted
            common.note(
                "\(done == 1 ? "1 recording is" : "\(done) recordings are") under the first key now, \(rotation.encrypted) of them newly "
                    + "encrypted; \(rotation.unchanged) \(rotation.unchanged == 1 ? "was" : "were") before.")
            let page = Page(palette: common.palette)
            for fault in faults { page.item(fault, mark: "✗", style: page.palette.poor) }
        }
        guard faults.isEmpty else {
            common.note("viva: Keep the old keys: not every recording has the first one.")
            throw ExitCode(ExitStatus.failure.rawValue)
        }
    }
}
