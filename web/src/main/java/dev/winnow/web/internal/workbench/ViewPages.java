package dev.winnow.web.internal.workbench;

import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.report.html.PageLink;
import dev.winnow.report.html.PageSite;
import dev.winnow.report.html.ServedView;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.web.internal.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the pages of the workbench. */
public final class ViewPages {

    private static final String POLICY_START = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

    private ViewPages() {}

    /** Returns the additions to a view: the navigation, the bar of the work and its own script. */
    public static PageSite site(View view, SessionInput given) {
        Wording wording = given.wording();
        Map<String, String> words = new TreeMap<>(wording.beginning("serve.work."));
        List<String> styles = List.of(Assets.address("work.css"));
        List<String> scripts = List.of(Assets.address("work.js"));
        if (!view.script().isEmpty()) {
            words.putAll(wording.beginningInAll("serve." + view.script() + "."));
            words.putAll(wording.beginning("verdict."));
            scripts = List.of(Assets.address("work.js"), Assets.address(view.script() + ".js"));
            styles = List.of(Assets.address("work.css"), Assets.address(view.script() + ".css"));
        }
        return new PageSite(
                given.views().stream()
                        .map(other -> new PageLink(other.path(), wording.say(other.title())))
                        .toList(),
                view.path(),
                styles,
                scripts,
                words);
    }

    /** Returns the page of a view that its script draws. */
    public static Reply drawn(View view, Session session) {
        Wording wording = session.wording();
        ScreeningResult result = session.now().result();
        Screening screening = result.asked();
        return page(out -> ServedView.write(
                wording.say(view.title()),
                List.of(
                        Origins.origin(wording.say("page.edition.pack"), Editions.pack(screening, wording)),
                        Origins.origin(wording.say("page.edition.universe"), Editions.universe(screening, wording))),
                day(screening),
                screening.illustrative(),
                site(view, session.given()),
                wording,
                out));
    }

    private static String day(Screening screening) {
        List<String> days = screening.assessments().stream()
                .map(Assessment::asOf)
                .distinct()
                .map(LocalDate::toString)
                .toList();
        return days.size() == 1 ? days.get(0) : "";
    }

    /** Writes to a stream. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Returns a page under the policy that it contains. */
    public static Reply page(Writing writing) {
        byte[] page = bytes(writing);
        return Reply.page(policy(new String(page, StandardCharsets.UTF_8)), page);
    }

    /** Returns the bytes of a page or file. */
    public static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns the content security policy in the head of a page. */
    public static String policy(String html) {
        int from = html.indexOf(POLICY_START) + POLICY_START.length();
        return html.substring(from, html.indexOf('"', from)).replace("&#39;", "'");
    }
}
