package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.layout.CleanText;
import dev.winnow.report.rules.MutationReport;
import dev.winnow.workbench.mutate.CaseProposal;
import dev.winnow.workbench.mutate.Mutant;
import dev.winnow.workbench.mutate.Mutant.Fate;
import dev.winnow.workbench.mutate.MutationRun;
import dev.winnow.workbench.testing.CaseResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Writes the result of mutation testing as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class MutationJson {

    private static final int SCHEMA = 1;

    private final JsonGenerator json;

    private MutationJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a report in UTF-8, without closing the stream. */
    public static void write(MutationReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new MutationJson(json).report(report);
            json.writeRaw('\n');
        }
    }

    private void report(MutationReport report) throws IOException {
        MutationRun run = report.run();
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeObjectFieldStart("pack");
        json.writeStringField("name", run.pack().name());
        json.writeStringField("version", run.pack().version());
        json.writeStringField("digest", run.pack().digest());
        json.writeEndObject();
        json.writeArrayFieldStart("failed");
        for (CaseResult failed : run.failed()) {
            json.writeStartObject();
            json.writeStringField("case", failed.sentence());
            json.writeStringField("rule", failed.rule());
            JsonContract.place(json, failed.place());
            json.writeEndObject();
        }
        json.writeEndArray();
        totals(run.mutants());
        json.writeArrayFieldStart("files");
        for (var file : report.byFile().entrySet()) {
            json.writeStartObject();
            json.writeStringField("file", file.getKey());
            totals(file.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mutants");
        for (Mutant mutant : run.mutants()) {
            mutant(mutant);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("proposals");
        for (CaseProposal proposal : run.proposals()) {
            proposal(proposal, run.mutants());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void totals(List<Mutant> mutants) throws IOException {
        for (Fate fate : Fate.values()) {
            json.writeNumberField(word(fate), MutationRun.count(mutants, fate));
        }
        json.writeFieldName("percent");
        json.writeNumber(Numbers.contract(MutationRun.score(mutants)));
    }

    private void mutant(Mutant mutant) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", mutant.rule());
        json.writeStringField("criterion", mutant.criterion());
        JsonContract.place(json, mutant.place());
        json.writeStringField("kind", word(mutant.kind()));
        json.writeStringField("before", mutant.before());
        json.writeStringField("after", mutant.after());
        json.writeStringField("fate", word(mutant.fate()));
        JsonContract.text(
                json, "why", mutant.why() == null ? null : mutant.why().toString());
        json.writeEndObject();
    }

    private void proposal(CaseProposal proposal, List<Mutant> mutants) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", proposal.rule());
        json.writeStringField("file", CleanText.of(proposal.file()));
        json.writeStringField("case", proposal.sentence());
        json.writeStringField("text", proposal.text());
        json.writeArrayFieldStart("kills");
        for (Mutant mutant : proposal.kills()) {
            json.writeNumber(mutants.indexOf(mutant));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
