import ArgumentParser

/// What becomes of the session folders of earlier versions.
struct SessionFolderOptions: ParsableArguments {
    @Flag(help: "Delete the session folders of earlier versions from which they were taken as well.")
    var sessionFolders = false
}
