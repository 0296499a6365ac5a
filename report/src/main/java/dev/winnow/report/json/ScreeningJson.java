package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Internal;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningDocument.Assessment;
import dev.winnow.report.json.ScreeningDocument.Ranking;
import dev.winnow.report.json.ScreeningDocument.Sure;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
 * <p>{@link #read} reads a stored screening as a {@link ScreeningDocument}. An instance writes pairs of one screening on lines
 * of their own; it is not thread-safe.
 */
public final class ScreeningJson {

    /** Layout of the JSON. */
    public enum Layout {
        /** One key per line, as {@code winnow screen -f json} prints it. */
        INDENTED,
        /** Everything on one line, for programs. */
        COMPACT
    }

    private final Screening screening;
    private final @Nullable Insight insight;
    private final Fields fields;
    private final AssessmentContract contract;

    /**
     * @param screening the screening; only its editions and names are read
     * @param insight analyses of the screening; null for none
     * @param wording the language of the questions; titles and reasons are in that of the pack
     */
    @Internal
    public ScreeningJson(Screening screening, @Nullable Insight insight, Wording wording) {
        this(screening, insight, ContractAdditions.NONE, wording, Fields.ALL);
    }

    /**
     * @param additions the additions of further sources of statements
     * @param fields the fields to write of each assessment
     */
    @Internal
    public ScreeningJson(
            Screening screening,
            @Nullable Insight insight,
            ContractAdditions additions,
            Wording wording,
            Fields fields) {
        this(
                screening,
                insight,
                additions,
                one -> insight == null ? null : sure(insight.standing(one)),
                wording,
                fields);
    }

    private ScreeningJson(
            Screening screening,
            @Nullable Insight insight,
            ContractAdditions additions,
            Function<dev.winnow.model.result.Assessment, @Nullable Sure> standings,
            Wording wording,
            Fields fields) {
        this.screening = screening;
        this.fields = fields;
        this.insight = insight;
        this.contract = new AssessmentContract(screening.names(), insight, additions, standings, wording, fields);
    }

    /**
     * Creates a writer of lines whose robustness was computed elsewhere.
     *
     * @param standings returns the robustness of an assessment; null if it was not computed
     */
    @Internal
    public static ScreeningJson withStandings(
            Screening screening,
            Function<dev.winnow.model.result.Assessment, @Nullable Sure> standings,
            Wording wording,
            Fields fields) {
        return new ScreeningJson(screening, null, ContractAdditions.NONE, standings, wording, fields);
    }

    /** Returns the robustness of an assessment in the form of the contract. */
    @Internal
    public static Sure sure(CandidateRobustness standing) {
        return AssessmentContract.sure(standing);
    }

    /** Returns the robustness of a ranking in the form of the contract. */
    @Internal
    public static Ranking ranking(dev.winnow.analysis.weights.Ranking ranking) {
        return AssessmentContract.ranking(ranking);
    }

    /**
     * Writes a screening in UTF-8, indented, in the language of the pack that judged, without closing the stream.
     *
     * @param insight analyses of the screening; null if there are none
     */
    public static void write(ScreeningResult result, @Nullable Insight insight, OutputStream out) throws IOException {
        write(result, insight, Layout.INDENTED, out);
    }

    /**
     * Writes a screening in UTF-8 in the language of the pack that judged, without closing the stream:
     *
     * <pre>{@code
     * Screener chinese = Screener.of(pack.inLanguage(Language.ZH));
     * ScreeningResult result = chinese.open(universe).result();
     * ScreeningJson.write(result, Insight.of(result), ScreeningJson.Layout.COMPACT, out);
     * }</pre>
     *
     * @param insight analyses of the screening; null if there are none
     * @param layout how it is laid out
     */
    public static void write(ScreeningResult result, @Nullable Insight insight, Layout layout, OutputStream out)
            throws IOException {
        write(
                result,
                insight,
                ContractAdditions.NONE,
                Wording.inLanguage(result.pack().language()),
                Fields.ALL,
                layout,
                out);
    }

    /**
     * Writes a screening in UTF-8, without closing the stream.
     *
     * @param insight analyses of the screening; null if there are none
     * @param wording the language of the questions; titles and reasons are in that of the pack
     */
    @Internal
    public static void write(ScreeningResult result, @Nullable Insight insight, Wording wording, OutputStream out)
            throws IOException {
        write(result, insight, ContractAdditions.NONE, wording, Fields.ALL, out);
    }

    /** Writes selected fields of a screening in UTF-8, without closing the stream. */
    @Internal
    public static void write(
            ScreeningResult result,
            @Nullable Insight insight,
            ContractAdditions additions,
            Wording wording,
            Fields fields,
            OutputStream out)
            throws IOException {
        write(result, insight, additions, wording, fields, Layout.INDENTED, out);
    }

    private static void write(
            ScreeningResult result,
            @Nullable Insight insight,
            ContractAdditions additions,
            Wording wording,
            Fields fields,
            Layout layout,
            OutputStream out)
            throws IOException {
        Screening asked = result.asked();
        new ScreeningJson(asked, insight, additions, wording, fields)
                .write(fields.explained(result.session(), asked.assessments()), layout, out);
    }

    /**
     * Writes a screening in UTF-8, without closing the stream.
     *
     * @param pairs the explanations of its assessments, in their order
     * @param insight analyses of the screening; null if there are none
     * @param wording the language of the questions; titles and reasons are in that of the pack
     */
    @Internal
    public static void write(
            Screening screening,
            Stream<Explanation> pairs,
            @Nullable Insight insight,
            Wording wording,
            OutputStream out)
            throws IOException {
        new ScreeningJson(screening, insight, wording).write(pairs, Layout.INDENTED, out);
    }

    private void write(Stream<Explanation> pairs, Layout layout, OutputStream out) throws IOException {
        write(
                new Whole(
                        Contract.SCHEMA,
                        screening.pack(),
                        Universe.of(screening.universe()),
                        pairs.map(contract::assessment).iterator(),
                        fields.has(Fields.RANKINGS) ? rankings() : null),
                fields.mapper(),
                layout,
                out);
    }

    private static void write(Object contract, JsonMapper mapper, Layout layout, OutputStream out) throws IOException {
        if (layout == Layout.INDENTED) {
            Contract.write(contract, mapper, out);
        } else {
            Contract.writeLines(List.of(contract).iterator(), mapper, out);
        }
    }

    /** A {@link ScreeningDocument} whose assessments are written one at a time. */
    private record Whole(
            int schema,
            Edition pack,
            Universe universe,
            Iterator<Assessment> assessments,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Ranking> rankings) {}

    /**
     * Reads a screening from JSON.
     *
     * @param in the JSON in UTF-8, read to its end; it is not closed
     * @throws IOException if it cannot be read, or is no screening of schema 1
     */
    public static ScreeningDocument read(InputStream in) throws IOException {
        try {
            ScreeningDocument document = Contract.MAPPER
                    .readerFor(ScreeningDocument.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .without(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                    .readValue(in);
            if (document.schema() != Contract.SCHEMA) {
                throw new IOException("it is of schema " + document.schema() + ", not " + Contract.SCHEMA);
            }
            return document;
        } catch (IOException e) {
            String why =
                    e instanceof JsonProcessingException unreadable ? unreadable.getOriginalMessage() : e.getMessage();
            throw new IOException("this is no screening that can be read: " + why, e);
        }
    }

    /**
     * Writes a screening that was read, with the same bytes, without closing the stream.
     *
     * @param document the screening
     * @param out receives it in UTF-8
     */
    public static void write(ScreeningDocument document, OutputStream out) throws IOException {
        Contract.write(document, out);
    }

    /**
     * Writes a screening that was read, without closing the stream.
     *
     * @param document the screening
     * @param layout the layout
     * @param out receives it in UTF-8
     */
    public static void write(ScreeningDocument document, Layout layout, OutputStream out) throws IOException {
        write(document, Contract.MAPPER, layout, out);
    }

    /**
     * Writes candidates, one per line, without closing the stream.
     *
     * @param out receives them in UTF-8
     */
    @Internal
    public void writeLines(Stream<Explanation> pairs, OutputStream out) throws IOException {
        Universe universe = Universe.of(screening.universe());
        Contract.writeLines(
                pairs.map(one -> new Line(Contract.SCHEMA, screening.pack(), universe, contract.assessment(one)))
                        .iterator(),
                fields.mapper(),
                out);
    }

    record Line(
            int schema,
            Edition pack,
            Universe universe,
            @JsonUnwrapped Assessment assessment) {}

    /** Writes the last line of an interrupted screening, with the number of judged candidates. */
    public static void writeStopped(long judged, long all, OutputStream out) throws IOException {
        Contract.writeLines(
                List.of(new Stopped(Contract.SCHEMA, true, judged, all)).iterator(), out);
    }

    record Stopped(int schema, boolean stopped, long judged, long all) {}

    /** Key of a ranking. */
    private record Ranked(String city, LocalDate asOf) {}

    private List<Ranking> rankings() {
        if (insight == null) {
            return List.of();
        }
        Set<Ranked> wanted = new HashSet<>();
        screening.assessments().forEach(one -> wanted.add(new Ranked(one.city(), one.asOf())));
        return insight.robustness()
                .rankings()
                .filter(one -> wanted.contains(new Ranked(one.city(), one.asOf())))
                .map(ScreeningJson::ranking)
                .toList();
    }
}
