extension PageTemplates {
    /// The texts by their names. Nothing but `main`, which is a page already, stands in three braces.
    static let texts: [String: String] = [
        "layout": """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} – Viva admin</title>
        <link rel="stylesheet" href="/admin/style.css?{{styleVersion}}">
        </head>
        <body>
        <a class="skip" href="#main">To the content</a>
        {{#header}}
        <header>
        <div class="top"><a class="brand" href="/admin/">Viva admin</a>
        <div class="who">{{who}}
        {{#canSignOut}}<form method="post" action="/admin/sign-out/"><input type="hidden" name="form_token" value="{{token}}"><button>Sign out</button></form>{{/canSignOut}}
        </div></div>
        <nav aria-label="What there is"><ul>
        {{#links}}<li><a href="{{href}}"{{#isHere}} aria-current="page"{{/isHere}}>{{linkTitle}}</a></li>
        {{/links}}
        </ul></nav>
        </header>
        {{/header}}
        <main id="main">
        {{#done}}<p class="done" role="status">{{done}}</p>{{/done}}
        {{{main}}}
        </main>
        </body>
        </html>

        """,
        "index": """
        <h1>What there is</h1>
        <table>
        <caption>Resources and how many rows each has</caption>
        <thead><tr><th scope="col">Resource</th><th scope="col" class="number">Rows</th><th scope="col">What it is</th></tr></thead>
        <tbody>
        {{#resources}}<tr><th scope="row"><a href="{{href}}">{{resourceTitle}}</a></th><td class="number">{{count}}</td><td>{{about}}</td></tr>
        {{/resources}}
        </tbody>
        </table>
        """,
        "list": """
        <div class="head"><h1>{{heading}}</h1>{{#addHref}}<a class="button" href="{{addHref}}">Add {{noun}}</a>{{/addHref}}</div>
        <p class="about">{{about}}</p>
        <form class="filters" method="get" action="{{here}}" role="search">
        {{#filters}}{{>field}}{{/filters}}
        <p class="buttons"><button>Search</button> <a href="{{here}}">Show all</a></p>
        </form>
        {{#unreadable}}<p class="fault">Row {{unreadableNumber}} cannot be read: {{reason}} {{#unreadableHref}}<a href="{{unreadableHref}}">Delete it</a>{{/unreadableHref}}</p>{{/unreadable}}
        {{#hasRows}}
        <form method="get" action="{{deleteHref}}">
        <div class="wide"><table>
        <caption>{{caption}}</caption>
        <thead><tr>{{#canDelete}}<th scope="col"><span class="hidden">Choose</span></th>{{/canDelete}}{{#columns}}<th scope="col" title="{{about}}">{{columnTitle}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}<tr>{{#canDelete}}<td><input type="checkbox" name="id" value="{{number}}" aria-label="Choose {{label}}"></td>{{/canDelete}}{{#cells}}{{>cell}}{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table></div>
        {{#canDelete}}<p class="buttons"><button class="danger">Delete those chosen…</button></p>{{/canDelete}}
        </form>
        {{/hasRows}}
        {{^hasRows}}<p>Nothing fits.</p>{{/hasRows}}
        <nav class="paging" aria-label="Pages">
        {{#firstHref}}<a href="{{firstHref}}">First page</a>{{/firstHref}}
        {{#nextHref}}<a rel="next" href="{{nextHref}}">Next page</a>{{/nextHref}}
        </nav>
        """,
        "cell": """
        <td{{#isNumber}} class="number"{{/isNumber}}>{{#href}}<a href="{{href}}">{{text}}</a>{{/href}}{{^href}}{{text}}{{/href}}</td>
        """,
        "row": """
        <p class="path"><a href="{{listHref}}">{{listTitle}}</a></p>
        <h1>{{heading}}</h1>
        <p class="buttons">
        {{#editHref}}<a class="button" href="{{editHref}}">Change</a>{{/editHref}}
        {{#actions}}<a class="button" href="{{actionHref}}">{{actionTitle}}</a>
        {{/actions}}
        {{#deleteHref}}<a class="button danger" href="{{deleteHref}}">Delete</a>{{/deleteHref}}
        </p>
        {{>facts}}
        {{#related}}<p><a href="{{relatedHref}}">{{relatedTitle}}</a></p>{{/related}}
        """,
        "facts": """
        <div class="wide"><table class="facts">
        <caption>{{factsCaption}}</caption>
        <tbody>
        {{#facts}}<tr><th scope="row" title="{{about}}">{{factTitle}}</th>{{#isLong}}<td><div class="text">{{text}}</div></td>{{/isLong}}{{^isLong}}{{>cell}}{{/isLong}}</tr>
        {{/facts}}
        </tbody>
        </table></div>
        {{#tables}}
        <div class="wide"><table>
        <caption>{{tableTitle}}</caption>
        <thead><tr>{{#heads}}<th scope="col" title="{{about}}">{{columnTitle}}</th>{{/heads}}</tr></thead>
        <tbody>
        {{#lines}}<tr>{{#cells}}<td><div class="text">{{text}}</div></td>{{/cells}}</tr>
        {{/lines}}
        </tbody>
        </table></div>
        {{^lines}}<p>None.</p>{{/lines}}
        {{/tables}}
        """,
        "form": """
        <p class="path"><a href="{{backHref}}">{{backTitle}}</a></p>
        <h1>{{heading}}</h1>
        {{#about}}<p class="about">{{about}}</p>{{/about}}
        {{#hasFaults}}<div class="fault" role="alert"><p>Nothing was saved:</p><ul>{{#faults}}<li>{{#faultHref}}<a href="{{faultHref}}">{{faultText}}</a>{{/faultHref}}{{^faultHref}}{{faultText}}{{/faultHref}}</li>{{/faults}}</ul></div>{{/hasFaults}}
        <form method="post" action="{{action}}">
        <input type="hidden" name="form_token" value="{{token}}">
        {{#fields}}{{>field}}{{/fields}}
        <p class="buttons"><button>{{submit}}</button> <a href="{{backHref}}">Leave it</a></p>
        </form>
        """,
        "field": """
        <div class="field{{#isWrong}} wrong{{/isWrong}}">
        <label for="{{id}}">{{fieldTitle}}{{#isRequired}} <span class="needed">needed</span>{{/isRequired}}</label>
        {{#isLine}}<input id="{{id}}" name="{{name}}" type="{{type}}" value="{{value}}" autocomplete="{{autocomplete}}" aria-describedby="{{described}}"{{#isRequired}} required{{/isRequired}}{{#isWrong}} aria-invalid="true"{{/isWrong}}>{{/isLine}}
        {{#isArea}}<textarea id="{{id}}" name="{{name}}" rows="{{areaRows}}" aria-describedby="{{described}}"{{#isRequired}} required{{/isRequired}}{{#isWrong}} aria-invalid="true"{{/isWrong}}>
        {{value}}</textarea>{{/isArea}}
        {{#isChoice}}<select id="{{id}}" name="{{name}}" aria-describedby="{{described}}"{{#isWrong}} aria-invalid="true"{{/isWrong}}>{{#options}}<option value="{{optionValue}}"{{#isChosen}} selected{{/isChosen}}>{{optionTitle}}</option>{{/options}}</select>{{/isChoice}}
        <p class="hint" id="{{id}}-about">{{about}}</p>
        {{#isWrong}}<p class="fault" id="{{id}}-fault">{{fault}}</p>{{/isWrong}}
        </div>
        """,
        "confirm": """
        <p class="path"><a href="{{backHref}}">{{backTitle}}</a></p>
        <h1>{{heading}}</h1>
        {{#faultText}}<p class="fault" role="alert">{{faultText}}</p>{{/faultText}}
        {{#items}}
        <section><h2>{{itemTitle}}</h2>
        {{#hasGoing}}<p>What goes with it:</p><ul>{{#goes}}<li>{{line}}</li>{{/goes}}</ul>{{/hasGoing}}
        {{#hasStaying}}<p>What stays:</p><ul>{{#stays}}<li>{{line}}</li>{{/stays}}</ul>{{/hasStaying}}
        {{#fault}}<p class="fault">{{fault}}</p>{{/fault}}
        </section>
        {{/items}}
        {{#canConfirm}}
        <form method="post" action="{{action}}">
        <input type="hidden" name="form_token" value="{{token}}">
        {{#numbers}}<input type="hidden" name="id" value="{{number}}">{{/numbers}}
        <p class="buttons"><button class="danger">{{submit}}</button> <a href="{{backHref}}">Leave it</a></p>
        </form>
        {{/canConfirm}}
        {{^canConfirm}}<p><a href="{{backHref}}">Back</a></p>{{/canConfirm}}
        """,
        "signIn": """
        <h1>Sign in</h1>
        <p class="about">These pages are for admins.</p>
        {{#faultText}}<p class="fault" role="alert">{{faultText}}</p>{{/faultText}}
        <form method="post" action="/admin/sign-in/">
        <input type="hidden" name="form_token" value="{{token}}">
        <input type="hidden" name="to" value="{{to}}">
        <div class="field"><label for="username">User name or address</label>
        <input id="username" name="username" value="{{username}}" autocomplete="username" required autofocus></div>
        <div class="field"><label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required></div>
        <p class="buttons"><button>Sign in</button></p>
        </form>
        """,
        "health": """
        <h1>How the server stands</h1>
        {{>facts}}
        <h2>Putting it in order</h2>
        {{#works}}<form class="work" method="post" action="{{workHref}}"><input type="hidden" name="form_token" value="{{token}}">
        <button>{{workTitle}}</button> <span>{{workAbout}}</span></form>
        {{/works}}
        """,
        "notice": """
        <h1>{{heading}}</h1>
        {{#text}}<p>{{text}}</p>{{/text}}
        {{#hasFacts}}{{>facts}}{{/hasFacts}}
        {{#backHref}}<p><a href="{{backHref}}">{{backTitle}}</a></p>{{/backHref}}
        """,
    ]
}
