package dev.winnow.report.html;

import dev.winnow.model.source.Language;
import dev.winnow.report.html.PageFrame.Part;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame around the content of every page.
 *
 * @param words the texts of its language
 * @param title its title
 * @param editions the pack and universe
 * @param day the day of all assessments; empty if there is no such day
 * @param invented the warning that the universe or project is fictitious; empty if it is not
 * @param script what is missing where scripts do not run; null for the usual text: the list, the charts and the reasons
 * @param remarks the remarks at its end
 * @param policy the content security policy
 * @param style the style sheet
 * @param scripts the scripts, in the order in which they run
 * @param parts embedded data
 * @param site the additions to a page that a server sends
 */
record PageShell(
        Wording words,
        String title,
        List<Origin> editions,
        String day,
        String invented,
        @Nullable String script,
        List<String> remarks,
        String policy,
        String style,
        List<String> scripts,
        List<Part> parts,
        PageSite site) {

    String say(String key, Object... values) {
        return words.say("page." + key, values);
    }

    boolean isServed() {
        return site.isServed();
    }

    String tag() {
        return tag(words.language());
    }

    /** Returns a language as HTML names it. */
    static String tag(Language language) {
        return language == Language.ZH ? "zh-Hans" : language.tag();
    }
}
