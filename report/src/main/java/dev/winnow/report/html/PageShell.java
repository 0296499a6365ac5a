package dev.winnow.report.html;

import dev.winnow.model.source.Language;
import dev.winnow.report.html.PageFrame.Part;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all pages have around their content.
 *
 * @param words the texts of its language
 * @param title what it is called
 * @param editions what it was made from
 * @param day as of when; empty where there is no such day
 * @param illustrative whether the universe is fictitious
 * @param script what lacks where scripts do not run; null where that is the list, the charts and the reasons
 * @param remarks what is to be known of it, at its end
 * @param policy the content security policy
 * @param style the style sheet
 * @param scripts what runs, in order
 * @param parts embedded texts by the id of their element
 */
record PageShell(
        Wording words,
        String title,
        List<Origin> editions,
        String day,
        boolean illustrative,
        @Nullable String script,
        List<String> remarks,
        String policy,
        String style,
        List<String> scripts,
        List<Part> parts) {

    String say(String key, Object... values) {
        return words.say("page." + key, values);
    }

    String tag() {
        return words.language() == Language.ZH ? "zh-Hans" : words.language().tag();
    }
}
