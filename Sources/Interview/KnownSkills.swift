/// Skills that many jobs ask for, with the ways in which people write them and the subjects they belong to.
///
/// Written by hand for Viva. A line is: the name, ` = ` the other spellings, ` : ` the categories and tags of questions
/// that it belongs to. Names that are not here come from the vocabulary and from the tags of the bank.
enum KnownSkills {
    static let all: [Skill] = text.split(whereSeparator: \.isNewline).map { line in
        let parts = line.split(separator: " : ", maxSplits: 1)
        let names = parts[0].split(separator: " = ", maxSplits: 1)
        return Skill(
            name: String(names[0]), spellings: list(names.dropFirst().first),
            subjects: list(parts.dropFirst().first))
    }

    private static func list(_ text: Substring?) -> [String] {
        (text ?? "").split(separator: ", ").map(String.init)
    }

    private static let text = """
        Java = J2EE, Java EE, Core Java : programming, object orientation
        Python = Python 3, Python3 : programming
        JavaScript = JS, ECMAScript, ES6, vanilla JS : web, frontend, javascript
        TypeScript = TS : web, frontend, javascript
        Go = Golang : programming, concurrency
        Rust : programming, memory
        C : programming, memory, pointers
        C++ = CPP, C plus plus, C++11, C++14, C++17, C++20 : programming, memory, pointers
        C# = C Sharp, CSharp : programming, object orientation
        .NET = dotnet, .NET Core, ASP.NET, ASP.NET Core : programming, web
        Ruby : programming
        Ruby on Rails = Rails, RoR : web, programming
        PHP = PHP 8, PHP8 : web, programming
        Kotlin : mobile, programming, android
        Swift : mobile, programming, ios
        Objective-C = Objective C, ObjC : mobile, programming, ios
        Scala : programming, functional programming
        R = RStudio, Tidyverse : statistics, analysis
        COBOL : programming
        Bash = shell scripting, shell scripts, shell script : tools, automation
        HTML = HTML5 : web, html
        CSS = CSS3, SCSS, Sass : web, css, layout
        React = React.js, ReactJS : web, frontend, components, state management
        Angular = AngularJS, Angular.js : web, frontend, components
        Vue.js = Vue, VueJS, Vue 3 : web, frontend, components
        Next.js = NextJS : web, frontend, rendering
        Node.js = NodeJS, Node, Node JS : web, asynchronous, APIs
        Express = Express.js, ExpressJS : web, APIs
        Django = Django REST framework : web, APIs
        Flask : web, APIs
        Spring = Spring Boot, SpringBoot, Spring Framework : web, APIs, dependency-injection
        GraphQL : graphql, api, APIs
        REST = REST API, REST APIs, RESTful, RESTful APIs, RESTful services : api, APIs, http
        gRPC : api, APIs
        WebSockets = WebSocket, web sockets : websockets, real time
        Microservices = microservice, micro services, micro-services : system design, architecture
        System design = systems design, distributed systems, scalable systems, software architecture : system design, scalability, architecture
        Algorithms = data structures, data structures and algorithms : coding, algorithms, complexity
        Object orientation = OOP, object oriented, object-oriented programming, SOLID principles, design patterns : object orientation, programming
        Concurrency = multithreading, multi-threading, parallel programming : concurrency, synchronisation
        SQL = T-SQL, PL/SQL, SQL Server, MSSQL : SQL, sql, databases, queries
        PostgreSQL = Postgres, PSQL, Postgre SQL : databases, SQL, sql, transactions
        MySQL = MariaDB : databases, SQL, sql, transactions
        Oracle = Oracle Database, Oracle DB : databases, SQL, sql
        MongoDB = Mongo : databases, schema design
        Redis = Memcached : caching, databases
        Elasticsearch = Elastic Search, OpenSearch : search, databases
        Cassandra : databases, replication, partitioning
        DynamoDB : databases, cloud
        NoSQL : databases, schema design
        Databases = relational databases, database design, data modelling, data modeling, RDBMS : databases, data modelling
        Kafka = Apache Kafka : queues, messaging, streams
        RabbitMQ = Rabbit MQ, message queues : queues, messaging
        Spark = Apache Spark, PySpark : streaming, data-preparation
        Airflow = Apache Airflow : data-preparation, scheduling
        dbt = data build tool : data-preparation
        Snowflake : databases
        ETL = ELT, data pipelines, data pipeline : data-preparation, data-cleaning
        AWS = Amazon Web Services, EC2, S3, AWS Lambda : cloud, operations
        Azure = Microsoft Azure : cloud, operations
        Google Cloud = GCP, Google Cloud Platform : cloud, operations
        Cloud = cloud computing, cloud infrastructure, cloud services : cloud, operations
        Docker = containers, containerization, containerisation, Podman : containers, Docker
        Kubernetes = K8s, kube, EKS, GKE, AKS, OpenShift : orchestration, containers, Kubernetes
        Helm = Helm charts : orchestration, containers, Kubernetes
        Terraform = OpenTofu, infrastructure as code, IaC : infrastructure as code, automation
        Ansible = Puppet, Chef : infrastructure as code, automation
        CI/CD = continuous integration, continuous delivery, continuous deployment, Jenkins, GitHub Actions, GitLab CI, CircleCI : continuous integration, deployment, automation
        Git = GitHub, GitLab, Bitbucket, version control : git, version control, tools
        Linux = Unix, Ubuntu, Debian, Red Hat : Linux, tools, operations
        Monitoring = observability, Prometheus, Grafana, Datadog, OpenTelemetry : monitoring, observability, alerting
        Incident management = incident response, on-call, on call : incidents, incident response, on-call
        Networking = TCP/IP, DNS, computer networks : http, tools
        Testing = automated testing, test automation, software testing, quality assurance : testing, tests
        Unit testing = unit tests, JUnit, pytest, Jest, XCTest : unit-tests, testing
        End-to-end testing = Selenium, Cypress, Playwright, E2E testing : end-to-end, testing
        TDD = test-driven development, test driven development : test-driven-development, testing
        Debugging = troubleshooting, root cause analysis : debugging, root-cause, troubleshooting
        Code review = code reviews, pull requests : version control, practices, quality
        Security = application security, cyber security, cybersecurity, information security, infosec, OWASP, penetration testing : security
        OAuth = OAuth2, OpenID Connect, OIDC, SSO : OAuth, security, tokens
        Encryption = cryptography, TLS, PKI : encryption, security
        Privacy = GDPR, data protection, HIPAA, CCPA : privacy, compliance
        Performance = performance tuning, performance optimization, performance optimisation, profiling : performance
        Caching = cache invalidation, CDN : caching, cache
        Android = Jetpack Compose, Android SDK, Android Studio : android, mobile
        iOS = UIKit, Xcode, iOS SDK : ios, mobile
        SwiftUI : ios, mobile
        Flutter : cross-platform, mobile
        React Native : cross-platform, mobile
        Machine learning = ML, machine-learning, deep learning, neural networks, AI, artificial intelligence : machine-learning, model-selection
        PyTorch = Torch : machine-learning, neural-networks
        TensorFlow = Keras : machine-learning, neural-networks
        scikit-learn = sklearn, XGBoost : machine-learning, classification
        NLP = natural language processing : machine-learning
        LLM = LLMs, large language models, generative AI, GenAI, prompt engineering : machine-learning
        MLOps = model deployment : machine-learning-operations, drift
        Statistics = statistical analysis, statistical modelling, statistical modeling, hypothesis testing, regression analysis : statistics, hypothesis-testing
        A/B testing = A/B tests, AB testing, split testing, experimentation : experiments, ab-test
        Pandas = NumPy, Jupyter : data-cleaning, data-preparation
        Data analysis = data analytics, exploratory data analysis : analysis, analytics, data-cleaning
        Data visualisation = data visualization, dashboards, dashboarding, Tableau, Power BI, PowerBI, Looker, Qlik : visualisation, dashboards, charts
        Excel = Microsoft Excel, MS Excel, Google Sheets, spreadsheets : spreadsheets, reporting
        Product management = product strategy, product vision, product roadmap, product roadmaps, roadmapping : product-management, product-strategy, roadmap
        Prioritisation = prioritization, backlog management, backlog : prioritisation, priorities
        Product discovery = customer interviews, customer discovery, market research : product-discovery, discovery, user-research
        Product metrics = KPIs, OKRs, product analytics : metrics, product-analytics
        Go-to-market = go to market, GTM, product launches : go-to-market, launch
        Pricing = monetization, monetisation : pricing
        User research = UX research, usability testing, user interviews, usability studies : research, user-research, usability
        UX design = user experience, UX, interaction design : design, usability, interface
        UI design = user interface design, visual design, UI : visual design, interface, design
        Figma = Sketch, Adobe XD, InVision : design, prototypes, wireframes
        Design systems = design system, component library : design systems, design
        Prototyping = wireframing, wireframes, prototypes : prototypes, wireframes
        Accessibility = a11y, WCAG : accessibility, inclusion
        Responsive design = responsive web design : responsive design, responsive, layout
        Agile = Scrum, Kanban, agile methodologies : process, planning
        Project management = project planning, PMP, Jira : planning, estimation
        Leadership = team leadership, people management, leading teams, team lead : leadership, management
        Mentoring = coaching, mentorship, mentor : mentoring, leadership
        Communication = communication skills, presentation skills, written and verbal : communication
        Teamwork = team player, collaboration, cross-functional teams, cross functional : teamwork, collaboration
        Stakeholder management = stakeholders, stakeholder communication : stakeholders
        Conflict resolution = negotiation, negotiation skills : conflict, negotiation, conflicts
        """
}
