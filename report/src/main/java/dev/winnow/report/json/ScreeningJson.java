package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.vocabulary.FactQuestion;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a screening as JSON, schema 1, a stable contract that {@code docs/json.md} describes field by field. Names,
 * their order and their meaning stay; an incompatible change gets a new schema number. It is what {@code winnow screen
 * -f json} prints:
 *
 * <pre>{@code
 * RulePack pack = RulePack.load(Path.of("rules/semiconductor"));
 * Universe universe = Universe.read(Path.of("seeds/semiconductor"));
 * ScreeningResult result = Screener.of(pack).open(universe).result();
 * ScreeningJson.write(result, Insight.of(result), out);
 * }</pre>
 *
 * <p>Who stored it reads it with {@link #read} as a {@link ScreeningDocument}.
 */
public final class ScreeningJson {

    private static final int SCHEMA = 1;

    /** So many facts are known how to ask for. */
    private static final int MOST_ASKED = 2_000;

    private final JsonGenerator json;

    private final InsightJson insight;
    private final QuestionWords asked;
    private final RepeatedTexts repeated;
    private final Map<String, Asking> asking = new HashMap<>();
    /** Gives the name of a project. */
    private final UnaryOperator<String> projects;

    ScreeningJson(JsonGenerator json, @Nullable Insight insight, Screening screening, Wording wording) {
        this.json = json;
        this.asked = new QuestionWords(wording, screening.names());
        this.repeated = new RepeatedTexts(json);
        this.projects = id -> screening.names().of("projects", id, wording.language());
        this.insight = new InsightJson(json, insight);
    }

    /**
     * Writes a screening in UTF-8, with its questions in English, without closing the stream.
     *
     * @param insight analyses of the screening; null if there are none
     */
    public static void write(ScreeningResult result, @Nullable Insight insight, OutputStream out) throws IOException {
        write(result, insight, Wording.inLanguage(Language.EN), out);
    }

    /**
     * Writes a screening in UTF-8, without closing the stream.
     *
     * @param insight analyses of the screening; null if there are none
     * @param wording the language of its questions; that of titles and reasons is the pack’s
     */
    @Internal
    public static void write(ScreeningResult result, @Nullable Insight insight, Wording wording, OutputStream out)
            throws IOException {
        write(result.asked(), result.explanations().map(result.session()::withCritical), insight, wording, out);
    }

    /**
     * Writes a screening in UTF-8, without closing the stream.
     *
     * @param pairs what explains its assessments, in their order
     * @param insight analyses of the screening; null if there are none
     * @param wording the language of its questions; that of titles and reasons is the pack’s
     */
    @Internal
    public static void write(
            Screening screening,
            Stream<Explanation> pairs,
            @Nullable Insight insight,
            Wording wording,
            OutputStream out)
            throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new ScreeningJson(json, insight, screening, wording).screening(screening, pairs);
            json.writeRaw('\n');
        }
    }

    /**
     * Reads a screening that was written as JSON, to its end.
     *
     * @param in the JSON in UTF-8; it is not closed
     * @throws IOException if it cannot be read, or is no screening of schema 1
     */
    public static ScreeningDocument read(InputStream in) throws IOException {
        try {
            ScreeningDocument document = Contract.MAPPER
                    .readerFor(ScreeningDocument.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .without(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                    .readValue(in);
            if (document.schema() != SCHEMA) {
                throw new IOException("it is of schema " + document.schema() + ", not " + SCHEMA);
            }
            return document;
        } catch (IOException e) {
            String why =
                    e instanceof JsonProcessingException unreadable ? unreadable.getOriginalMessage() : e.getMessage();
            throw new IOException("this is no screening that can be read: " + why, e);
        }
    }

    /**
     * Writes a screening that was read, to the byte as it was written, without closing the stream.
     *
     * @param document the screening
     * @param out receives it in UTF-8
     */
    public static void write(ScreeningDocument document, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            Contract.MAPPER.writeValue(json, document);
            json.writeRaw('\n');
        }
    }

    /**
     * Writes each assessment by itself, a line each: the contract's members after those of its head.
     *
     * @param screening the screening, of which only the head is read
     * @param pairs what explains the assessments
     * @param wording the language of its questions
     */
    @Internal
    public static void writeLines(
            Screening screening,
            Stream<Explanation> pairs,
            @Nullable Insight insight,
            Wording wording,
            OutputStream out)
            throws IOException {
        try (JsonGenerator json = JsonContract.lines(out)) {
            ScreeningJson contract = new ScreeningJson(json, insight, screening, wording);
            for (Explanation pair : (Iterable<Explanation>) pairs::iterator) {
                contract.line(screening, pair);
            }
        }
    }

    /** Writes an assessment of a screening by itself. */
    void line(Screening screening, Explanation pair) throws IOException {
        json.writeStartObject();
        head(screening);
        members(pair);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Writes a last line where screening was interrupted: that it was, and how many candidates were judged. */
    public static void writeStopped(long judged, long all, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.lines(out)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeBooleanField("stopped", true);
            json.writeNumberField("judged", judged);
            json.writeNumberField("all", all);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void screening(Screening screening, Stream<Explanation> pairs) throws IOException {
        json.writeStartObject();
        head(screening);
        json.writeArrayFieldStart("assessments");
        for (Explanation pair : (Iterable<Explanation>) pairs::iterator) {
            json.writeStartObject();
            members(pair);
            json.writeEndObject();
        }
        json.writeEndArray();
        insight.rankings(screening);
        json.writeEndObject();
    }

    private void head(Screening screening) throws IOException {
        json.writeNumberField("schema", SCHEMA);
        JsonContract.head(json, screening.pack(), screening.universe());
    }

    private void members(Explanation pair) throws IOException {
        Assessment assessment = pair.assessment();
        json.writeStringField("project", assessment.project());
        json.writeStringField("city", assessment.city());
        json.writeStringField("asOf", assessment.asOf().toString());
        json.writeStringField("verdict", assessment.verdict().name());
        json.writeStringField("because", assessment.because().name());
        if (assessment.rank() > 0) {
            json.writeNumberField("rank", assessment.rank());
        } else {
            json.writeNullField("rank"); // it is not ranked
        }
        span("score", assessment.score());
        json.writeStringField("binds", side(assessment.binds()));
        JsonContract.number(json, "known", assessment.known());
        json.writeObjectFieldStart("sides");
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            span(side(side), Objects.requireNonNull(assessment.sides().get(side)));
        }
        json.writeEndObject();
        JsonContract.text(json, "district", assessment.district());
        JsonContract.list(json, "chainActions", assessment.chainActions(), action -> json.writeString(action.name()));
        JsonContract.list(json, "criteria", pair.criteria(), this::criterion);
        JsonContract.list(json, "findings", pair.findings(), this::finding);
        JsonContract.list(json, "undetermined", pair.undetermined(), this::undetermined);
        JsonContract.list(json, "possible", assessment.possible(), verdict -> json.writeString(verdict.name()));
        JsonContract.list(json, "conditions", pair.conditions(), this::condition);
        JsonContract.list(json, "questions", pair.questions(), one -> question(assessment, one));
        base(assessment.base(), pair);
        insight.assessment(pair);
    }

    private void base(@Nullable BaseCase base, Explanation pair) throws IOException {
        if (base == null) {
            json.writeNullField("base");
            return;
        }
        json.writeObjectFieldStart("base");
        json.writeStringField("verdict", base.verdict().name());
        json.writeStringField("because", base.because().name());
        span("score", base.score());
        JsonContract.list(json, "assumed", pair.assumed(), this::assumed);
        List<CriticalAssumption> critical = pair.critical();
        if (critical == null) {
            json.writeNullField("critical"); // each would have to be judged many times
        } else {
            JsonContract.list(json, "critical", critical, one -> JsonContract.critical(json, one));
        }
        json.writeEndObject();
    }

    private void assumed(Assumed assumed) throws IOException {
        json.writeStartObject();
        repeated.field("fact", assumed.fact());
        json.writeStringField("value", assumed.value());
        repeated.field("reason", assumed.reason());
        json.writeEndObject();
    }

    private void criterion(CriterionScore criterion) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", criterion.id());
        json.writeStringField("side", side(criterion.side()));
        JsonContract.number(json, "weight", criterion.weight());
        JsonContract.number(json, "low", criterion.span().low());
        JsonContract.number(json, "high", criterion.span().high());
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        boolean award = finding.effect().hasPoints();
        json.writeStartObject();
        repeated.field("rule", finding.rule());
        repeated.field("title", finding.title());
        repeated.field("criterion", finding.criterion());
        repeated.field("effect", finding.effect().name());
        JsonContract.number(json, "points", award ? finding.points() : null);
        JsonContract.number(json, "share", award ? finding.share() : null);
        JsonContract.number(json, "contribution", finding.contribution());
        json.writeStringField("reason", finding.reason());
        repeated.field("source", finding.source());
        JsonContract.list(json, "facts", finding.facts(), this::fact);
        JsonContract.list(json, "also", finding.also(), json::writeString);
        JsonContract.list(json, "evidence", finding.evidence(), this::citation);
        json.writeEndObject();
    }

    private void fact(FactRef fact) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", fact.type());
        json.writeStringField("id", fact.id());
        json.writeEndObject();
    }

    private void citation(Citation citation) throws IOException {
        Figure figure = citation.figure();
        json.writeStartObject();
        json.writeStringField("property", citation.property());
        if (figure == null) {
            json.writeStringField("value", citation.value());
            json.writeNullField("bound");
        } else {
            JsonContract.figure(json, figure);
        }
        JsonContract.text(json, "source", citation.evidence().source());
        JsonContract.text(json, "asOf", Objects.toString(citation.evidence().asOf(), null));
        json.writeEndObject();
    }

    private void undetermined(Undetermined open) throws IOException {
        json.writeStartObject();
        repeated.field("rule", open.rule());
        repeated.field("criterion", open.criterion());
        repeated.field("effect", open.effect().name());
        JsonContract.number(json, "points", open.effect().hasPoints() ? open.points() : null);
        JsonContract.number(json, "contribution", open.contribution());
        JsonContract.list(json, "missing", open.missing(), repeated::write);
        json.writeEndObject();
    }

    private void condition(Condition condition) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", condition.rule());
        json.writeStringField("title", condition.title());
        JsonContract.list(json, "missing", condition.missing(), json::writeString);
        json.writeEndObject();
    }

    private void question(Assessment assessment, Question question) throws IOException {
        json.writeStartObject();
        repeated.field("fact", question.fact());
        JsonContract.number(json, "points", question.points());
        JsonContract.list(json, "decides", question.decides(), effect -> json.writeString(effect.name()));
        if (asking.size() > MOST_ASKED) {
            asking.clear(); // of many cities each has rows of its own
        }
        Asking how = asking.computeIfAbsent(question.fact(), Asking::new);
        json.writeStringField("ask", how.ask(assessment));
        repeated.field("who", how.who);
        json.writeNumberField("days", how.days);
        json.writeEndObject();
    }

    /** How a fact is asked for, of one candidate after another. */
    private final class Asking {

        private final String fact;
        private final String who;
        private final int days;
        private final boolean ofProject;
        /** What stands around the name of the project; null if the question is put together otherwise. */
        private final @Nullable List<String> around;

        /** The city that the question was last asked of, and what it was, where it is the same of every project. */
        private String city = "";

        private String text = "";

        Asking(String fact) {
            FactQuestion question = asked.of(fact);
            this.fact = fact;
            this.who = question.who().inLanguage(Language.EN);
            this.days = question.days();
            this.ofProject = QuestionWords.isOfProject(fact);
            this.around = asked.aroundTheProject(fact);
        }

        String ask(Assessment assessment) {
            if (around != null) {
                return String.join(projects.apply(assessment.project()), around);
            }
            if (ofProject) {
                return asked.ask(fact, assessment.project(), assessment.city());
            }
            if (!city.equals(assessment.city())) {
                city = assessment.city();
                text = asked.ask(fact, assessment.project(), city);
            }
            return text;
        }
    }

    private static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private void span(String name, ScoreInterval span) throws IOException {
        json.writeObjectFieldStart(name);
        JsonContract.number(json, "low", span.low());
        JsonContract.number(json, "high", span.high());
        json.writeEndObject();
    }
}
