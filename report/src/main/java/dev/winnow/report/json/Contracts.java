package dev.winnow.report.json;

import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.analysis.internal.panel.Discussion;
import dev.winnow.analysis.internal.panel.PanelAgreement;
import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.analysis.internal.panel.PanelState;
import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.GapQuestions;
import dev.winnow.report.internal.text.EvidenceQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;

/**
 * Writes results of analyses and the rules of a pack as JSON, schema 1, in UTF-8, without closing the stream. {@code
 * docs/json.md} describes each contract. {@link ScreeningJson} does the same for screenings.
 */
public final class Contracts {

    /** A day after every limit has begun, so that the latest ones are written. */
    @Internal
    public static final LocalDate LATEST_LIMITS = LocalDate.of(2200, 12, 31);

    private Contracts() {}

    /** Returns the change of figures that brings another verdict. */
    @Internal
    public static ScreeningDocument.Change change(Reversal reversal) {
        return AssessmentContract.change(reversal);
    }

    /** Writes the agreement of the assessors of a panel. */
    @Internal
    public static void write(PanelAgreement agreement, Edition pack, Edition universe, OutputStream out)
            throws IOException {
        Contract.write(AgreementContract.of(agreement, pack, universe), out);
    }

    /** Writes the state of a panel. */
    @Internal
    public static void write(PanelState state, Edition pack, Edition universe, OutputStream out) throws IOException {
        Contract.write(PanelStateContract.of(state, pack, universe), out);
    }

    /** Writes the verdicts that depend on a disagreement of a panel. */
    @Internal
    public static void write(Discussion discussion, PanelScreening panel, Screening screening, OutputStream out)
            throws IOException {
        Contract.write(DiscussionContract.of(discussion, panel.panel(), screening), out);
    }

    /** Writes a chain map, with its questions in English. */
    public static void write(ChainMap map, Names names, OutputStream out) throws IOException {
        write(map, GapQuestions.of(map, Wording.inLanguage(Language.EN), names), out);
    }

    /** Writes a chain map, with its questions in any language. */
    @Internal
    public static void write(ChainMap map, GapQuestions questions, OutputStream out) throws IOException {
        Contract.write(GapsContract.of(map, questions), out);
    }

    /** Writes each link of a chain map on a line of its own. */
    public static void writeLines(ChainMap map, OutputStream out) throws IOException {
        Contract.writeLines(GapsContract.lines(map).iterator(), out);
    }

    /** Writes the known facts of each subject. */
    public static void write(EvidenceQuery evidence, OutputStream out) throws IOException {
        Contract.write(EvidenceContract.of(evidence), out);
    }

    /** Writes the rules of a pack and what they read. */
    public static void write(RulePack pack, LocalDate day, OutputStream out) throws IOException {
        Contract.write(RuleListContract.of(pack, day), out);
    }

    /** Writes a JSON Schema. */
    public static void write(Map<String, Object> schema, OutputStream out) throws IOException {
        Contract.write(schema, out);
    }
}
