package dev.winnow.serve.internal;

/** The pages of the workbench, in the order of its navigation. */
enum View {
    OVERVIEW("/", "page.view.overview", ""),
    CANDIDATES("/candidates", "serve.candidates.title", "candidates"),
    QUESTIONS("/questions", "form.title", "questions"),
    PANEL("/panel", "serve.panel.title", "panel"),
    RULES("/rules", "serve.rules.title", "rules"),
    DECISIONS("/decisions", "serve.decisions.title", "decisions"),
    PORTFOLIO("/portfolio", "serve.portfolio.title", "plans"),
    MATCH("/match", "serve.match.title", "plans");

    private final String path;
    private final String title;
    private final String script;

    View(String path, String title, String script) {
        this.path = path;
        this.title = title;
        this.script = script;
    }

    String path() {
        return path;
    }

    /** Returns the key of its title. */
    String title() {
        return title;
    }

    /** Returns the name of the script that draws it; empty if the page needs none. */
    String script() {
        return script;
    }
}
