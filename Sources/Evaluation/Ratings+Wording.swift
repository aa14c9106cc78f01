extension Ratings {
    /// The sides that were rated with their stars: "technical ★★★☆☆, delivery ★★★★☆"; `nil` when none was.
    package var inWords: String? {
        let sides = [("technical", technical), ("communication", communication), ("delivery", delivery)]
        let rated = sides.compactMap { name, stars in stars.map { "\(name) \($0.text)" } }
        return rated.isEmpty ? nil : rated.joined(separator: ", ")
    }
}
