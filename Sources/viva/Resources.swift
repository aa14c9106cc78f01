import Interview
import Storage

/// What there is to study, as it comes with Viva.
enum Resources {
    /// Reads the list beside the questions.
    static func load() throws -> [StudyResource] {
        try StudyResourceFile.load(path: Places.data() + "/resources/resources.yaml")
    }
}
