package dev.winnow.report.html;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.contents.Questionnaire.Group;
import dev.winnow.report.internal.contents.Questionnaire.Item;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.tables.internal.headings.FieldForm;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.Key;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes questions as an HTML form that works without a network. It saves the answers to a file that {@code winnow
 * answers} reads; nothing is sent.
 */
public final class QuestionForm {

    /**
     * A field of a row.
     *
     * @param name the property
     * @param label its heading
     * @param unit the unit of a figure; null if it has none
     * @param choices the words to choose from; empty if any text is allowed
     * @param several whether it takes several values
     * @param most the largest number, in that unit, that is accepted without a warning; null if there is no such bound
     */
    public record Field(
            String name,
            String label,
            @Nullable String unit,
            List<String> choices,
            boolean several,
            @Nullable String most) {}

    /** Matches a day, a month, a quarter, a half-year or a year. */
    public static final String DAY = "\\d{4}(-\\d{2}(-\\d{2})?|-H[12]|-Q[1-4])?";

    /** Matches a text with a digit or a Chinese numeral. */
    public static final String FIGURE = ".*[\\d〇零一二两三四五六七八九十百千万亿].*";

    /** Number of linked memos of a question. */
    private static final int MAX_MEMOS = 12;

    private final Questionnaire questions;
    private final PageSite site;
    private final List<LocalName> addressees;
    private final int more;
    private final Wording wording;
    private final FieldForm fields;
    private final String style;
    private final String script;

    private QuestionForm(Questionnaire questions, PageSite site, List<LocalName> addressees, int more) {
        this.questions = questions;
        this.site = site;
        this.addressees = List.copyOf(addressees);
        this.more = more;
        this.wording = questions.wording();
        this.fields = new FieldForm(wording.language(), questions.universe());
        this.style = HtmlReport.resource("page.css") + HtmlReport.resource("form.css");
        this.script = HtmlReport.resource("form.js");
    }

    /** Writes the page, without closing the stream. */
    public static void write(Questionnaire questions, OutputStream out) throws IOException {
        write(questions, PageSite.NONE, List.of(), 0, out);
    }

    /**
     * Writes the page as one of a site, without closing the stream.
     *
     * @param site the additions to a page that a server sends
     * @param addressees all addressees, also those whose questions the page leaves out
     * @param more number of further questions, which the page leaves out
     */
    public static void write(
            Questionnaire questions, PageSite site, List<LocalName> addressees, int more, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlReport.Templates.ENGINE.render(
                "form.jte", new QuestionForm(questions, site, addressees, more), new WriterOutput(writer));
        writer.flush();
    }

    public Questionnaire questions() {
        return questions;
    }

    /** Returns the additions to a page that a server sends. */
    public PageSite site() {
        return site;
    }

    /**
     * An addressee of questions.
     *
     * @param name the English name, which addresses use
     * @param word the name in the language of the page
     */
    public record Addressee(String name, String word) {}

    /** Returns the addressees to choose from; none in a file. */
    public List<Addressee> addressees() {
        QuestionWords words = new QuestionWords(wording, questions.screening().names());
        return addressees.stream()
                .map(one -> new Addressee(one.inLanguage(Language.EN), Questionnaire.capital(words.who(one))))
                .toList();
    }

    /** Returns the number of further questions, which the page leaves out. */
    public int more() {
        return more;
    }

    /** Whether a server sends the page and screens its answers. */
    public boolean isServed() {
        return site.isServed();
    }

    public String say(String key, Object... values) {
        return wording.say(key, values);
    }

    /** Returns a text of a form that a server sends; null for a file. */
    public @Nullable String sayServed(String key) {
        return isServed() ? say(key) : null;
    }

    /** Returns the English name of an addressee, which addresses use; null for a file. */
    public @Nullable String addressee(Group group) {
        return isServed() ? group.items().get(0).asked().how().who().inLanguage(Language.EN) : null;
    }

    /**
     * A link to the memo of a pair.
     *
     * @param label the city of a question on a project, or the project of a question on a city
     */
    public record Memo(String address, String label) {}

    /** Returns the memos of the pairs that depend on a question, at most {@value #MAX_MEMOS}; none in a file. */
    public List<Memo> memos(Item item) {
        return isServed()
                ? item.asked().candidates().stream()
                        .limit(MAX_MEMOS)
                        .map(one -> memo(one, item.asked().name().isOfProject()))
                        .toList()
                : List.of();
    }

    private Memo memo(Assessment one, boolean ofProject) {
        Names names = questions.screening().names();
        return new Memo(
                Stream.of(
                                "/#pair",
                                encoded(one.project()),
                                encoded(one.city()),
                                one.asOf().toString())
                        .collect(Collectors.joining("/")),
                ofProject
                        ? names.of("cities", one.city(), wording.language())
                        : names.of("projects", one.project(), wording.language()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public String tag() {
        return PageShell.tag(wording.language());
    }

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    /** Returns the script of the button that chooses light or dark; null for a file, which follows the system. */
    public @Nullable String themeScript() {
        return isServed() ? ServedView.themeScript() : null;
    }

    public String policy() {
        return HtmlReport.policy(
                style, Stream.of(themeScript(), script).filter(Objects::nonNull).toList(), site);
    }

    /** Returns the pack and the universe of a form that a server sends; empty for a file. */
    public List<Origin> editions() {
        return isServed()
                ? List.of(
                        Origins.origin(
                                say("page.edition.pack"), questions.screening().pack()),
                        Origins.origin(
                                say("page.edition.universe"),
                                questions.screening().universe()))
                : List.of();
    }

    /**
     * Returns the kind of input of an item: {@code choose}, {@code figure}, {@code day}, {@code texts}, {@code text} or
     * {@code rows}.
     */
    public static String kind(Item item) {
        Property property = item.property();
        if (item.list() != null) {
            return "rows";
        }
        if (!item.choices().isEmpty()) {
            return "choose";
        }
        return property == null
                ? "text"
                : switch (property.type()) {
                    case FIGURE -> "figure";
                    case DATE -> "day";
                    case TEXTS -> "texts";
                    default -> "text";
                };
    }

    /** Returns the id of the element with the hint on how to write an answer; null if there is none. */
    public @Nullable String hinted(Item item) {
        return hint(item).isEmpty() ? null : "hint-" + item.number();
    }

    /** Returns the on-screen keyboard of an input; null for the default one. */
    public static @Nullable String mode(Item item) {
        return kind(item).equals("figure") ? "decimal" : null;
    }

    /** Returns the pattern of a valid answer; null if any text is valid. */
    public static @Nullable String pattern(Item item) {
        return switch (kind(item)) {
            case "figure" -> FIGURE;
            case "day" -> DAY;
            default -> null;
        };
    }

    /** Returns an example of an answer; null if none is needed. */
    public static @Nullable String example(Item item) {
        return kind(item).equals("day") ? "2026-01-31" : null;
    }

    /** Returns the known values of a question that takes several; empty if any text is valid. */
    public List<String> known(Item item) {
        Property property = item.property();
        return property != null && property.type() == Property.Type.TEXTS ? fields.choices(property) : List.of();
    }

    /** Returns the word for a list that is known to be empty. */
    public String none() {
        return Objects.requireNonNull(HeadingCatalogue.get().value("none")).first(wording.language());
    }

    /** Returns the largest number that is accepted without a warning; null if there is no such bound. */
    public @Nullable String most(Item item) {
        Property property = item.property();
        return property == null || !Objects.equals(item.unit(), fields.unit(property)) ? null : fields.most(property);
    }

    /** Returns the hint on how to write an answer. */
    public String hint(Item item) {
        return switch (kind(item)) {
            case "figure" -> say("form.hint.figure");
            case "day" -> say("form.hint.day");
            case "texts" -> known(item).isEmpty() ? say("form.hint.texts") : "";
            default -> "";
        };
    }

    /** Returns the fields of a row of the list that a question asks for. */
    public List<Field> row(Item item) {
        return item.list() == null
                ? List.of()
                : Questionnaire.columns(item.list()).stream()
                        .map(key -> new Field(
                                key.property().name(),
                                heading(item, key),
                                fields.unit(key.property()),
                                fields.choices(key.property()),
                                key.property().type() == Property.Type.TEXTS,
                                fields.most(key.property())))
                        .toList();
    }

    private String heading(Item item, Key key) {
        return HeadingCatalogue.get().heading(Objects.requireNonNull(item.list()), key, wording.language());
    }
}
