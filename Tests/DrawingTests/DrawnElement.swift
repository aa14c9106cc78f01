/// An element of a picture as an XML parser reads it.
struct DrawnElement {
    var name: String
    var attributes: [String: String]
    /// What stands in it, that of its title left out.
    var text = ""
    /// What is told when one points at it.
    var title: String?
    /// How far the elements around it have moved it down.
    var top = 0.0

    /// The names of its classes.
    var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }

    /// A number among its attributes; 0 for none.
    func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
}
