import Evaluation

/// Shows the sides of an answer or an interview in stars.
struct StarsView {
    let page: Page

    func show(_ ratings: Ratings) {
        if let stars = ratings.inWords { page.figure("Stars", stars) }
    }
}
