/// Other titles of the roles that come with Viva.
enum RoleTitles {
    /// The titles by role, in the order in which they are tried.
    static let titles: [(role: String, titles: [String])] = [
        (
            "Frontend Developer",
            made(
                [
                    "frontend", "front end", "ui", "react", "react.js", "angular", "vue", "vue.js",
                    "javascript",
                    "typescript",
                ], developers)
        ),
        (
            "Backend Developer",
            made(
                [
                    "backend", "back end", "server side", "api", "java", "python", "php", "ruby",
                    "ruby on rails", "rails",
                    "go", "golang", "node", "node.js", ".net", "c#", "scala", "database", "data", "spring",
                    "django",
                ],
                developers)
        ),
        (
            "Full Stack Developer",
            made(["full stack", "fullstack", "web", "web application", "wordpress"], developers) + [
                "webmaster"
            ]
        ),
        (
            "Mobile Developer",
            made(
                [
                    "mobile", "mobile app", "mobile application", "ios", "android", "flutter", "react native",
                    "kotlin",
                    "swift", "app",
                ], developers)
        ),
        (
            "DevOps Engineer",
            made(
                [
                    "devops", "dev ops", "devsecops", "site reliability", "platform", "cloud",
                    "infrastructure", "release",
                    "build", "systems", "system", "reliability", "kubernetes",
                ], ["engineer", "architect", "specialist"])
                + [
                    "sre", "sysadmin", "system administrator", "systems administrator", "linux administrator",
                    "devops specialist", "devops consultant",
                ]
        ),
        (
            "Data Scientist",
            made(
                [
                    "machine learning", "ml", "ai", "deep learning", "nlp", "mlops",
                    "artificial intelligence",
                    "computer vision", "llm",
                ], developers + ["scientist", "researcher"])
                + [
                    "applied scientist", "research scientist", "data science", "statistician",
                    "decision scientist",
                ]
        ),
        (
            "Data Analyst",
            made(
                [
                    "business", "bi", "business intelligence", "reporting", "product", "marketing",
                    "insights",
                    "analytics", "sql",
                ], ["analyst"])
                + ["analytics engineer", "bi developer", "business intelligence developer", "data analytics"]
        ),
        (
            "Product Manager",
            made(
                ["product", "technical product", "digital product"],
                ["manager", "owner", "lead", "management"])
                + ["head of product", "program manager", "product director"]
        ),
        (
            "UI/UX Designer",
            made(
                [
                    "ui", "ux", "ui ux", "ux ui", "product", "interaction", "visual", "web",
                    "user experience",
                    "user interface", "interface", "digital",
                ], ["designer"])
                + ["ux researcher", "ux research", "user researcher", "ux writer", "ui ux", "ux ui"]
        ),
        (
            "Software Engineer",
            made(
                [
                    "software", "embedded", "c++", "c", "rust", "game", "games", "application",
                    "applications", "qa",
                    "test", "test automation", "automation", "firmware",
                ], developers)
                + ["programmer", "computer programmer", "coder", "sde", "swe", "sdet", "software architect"]
        ),
    ]

    private static let developers = ["developer", "engineer", "programmer", "dev"]

    private static func made(_ fields: [String], _ heads: [String]) -> [String] {
        fields.flatMap { field in heads.map { "\(field) \($0)" } }
    }
}
