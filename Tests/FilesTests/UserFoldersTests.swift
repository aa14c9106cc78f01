import Testing

@testable import Files

@Suite struct UserFoldersTests {
    private func folders(_ environment: [String: String]) -> UserFolders {
        UserFolders(environment: environment, workingFolder: "/home/ann")
    }

    @Test func whatTheSpecificationSaysIsTaken() {
        let set = folders(["HOME": "/home/a", "XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "/cache"])
        #expect((set.home, set.data, set.cache) == ("/home/a", "/data/viva", "/cache/viva"))
        let unset = folders(["HOME": "/home/a"])
        #expect((unset.data, unset.cache) == ("/home/a/.local/share/viva", "/home/a/.cache/viva"))
    }

    @Test(arguments: ["", "data", "./data", "../data", "~/data"])
    func aPathThatIsNotAbsoluteCountsAsNotSetThere(path: String) {
        let folders = folders(["HOME": "/home/a", "XDG_DATA_HOME": path, "XDG_CACHE_HOME": path])
        #expect((folders.data, folders.cache) == ("/home/a/.local/share/viva", "/home/a/.cache/viva"))
        #expect(self.folders(["HOME": path]).home.hasPrefix("/"))
    }

    @Test(arguments: [
        ("/models", "/models"), ("/models/", "/models/"), ("models", "/home/ann/models"),
        ("./a/./models/", "/home/ann/a/models"), ("../models", "/home/ann/../models"), (".", "/home/ann"),
    ])
    func aRelativePathInAVariableOfVivasBeginsWhereTheCommandRuns(path: String, folder: String) {
        #expect(folders(["VIVA_MODELS": path]).named("VIVA_MODELS") == folder)
    }

    @Test func anEmptyVariableIsNotSet() {
        #expect(folders(["VIVA_MODELS": ""]).named("VIVA_MODELS") == nil)
        #expect(folders([:]).named("VIVA_MODELS") == nil)
    }
}
