import Evaluation

/// Shows the sides of an answer or an interview in stars.
struct StarsView {
    let page: Page

    func show(_ ratings: Ratings) {
        let sides = [
            ("technical", ratings.technical), ("communication", ratings.communication),
            ("delivery", ratings.delivery),
        ]
        let rated = sides.compactMap { name, stars in stars.map { "\(name) \($0.text)" } }
        if !rated.isEmpty { page.figure("Stars", rated.joined(separator: ", ")) }
    }
}
