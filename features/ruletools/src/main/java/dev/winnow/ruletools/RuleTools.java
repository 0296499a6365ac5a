package dev.winnow.ruletools;

import static dev.winnow.console.CommandEntry.Topic.RULES;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.report.json.OutputSchema;
import dev.winnow.ruletools.check.CheckContract;
import dev.winnow.ruletools.check.RulesCheckCommand;
import dev.winnow.ruletools.edit.RulesFmtCommand;
import dev.winnow.ruletools.edit.RulesNewCommand;
import dev.winnow.ruletools.listing.RulesDocCommand;
import dev.winnow.ruletools.listing.RulesListCommand;
import dev.winnow.ruletools.lsp.LspCommand;
import dev.winnow.ruletools.mutate.MutationContract;
import dev.winnow.ruletools.mutate.RulesMutateCommand;
import dev.winnow.ruletools.testing.RulesTestCommand;
import dev.winnow.ruletools.testing.TestContract;
import java.util.List;

/** The feature {@code ruletools}: the tools of rule authors, {@code rules check} to {@code rules fmt} and {@code lsp}. */
public final class RuleTools implements Feature {

    @Override
    public String id() {
        return "ruletools";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                CommandEntry.group("rules", RULES, "Work on the rules of a pack."),
                new CommandEntry("rules check", RULES, (terminal, packs) -> new RulesCheckCommand(terminal, packs)),
                new CommandEntry("rules test", RULES, (terminal, packs) -> new RulesTestCommand(terminal, packs)),
                new CommandEntry("rules mutate", RULES, (terminal, packs) -> new RulesMutateCommand(terminal, packs)),
                new CommandEntry("rules list", RULES, (terminal, packs) -> new RulesListCommand(terminal, packs)),
                new CommandEntry("rules doc", RULES, (terminal, packs) -> new RulesDocCommand(terminal, packs)),
                new CommandEntry("rules new", RULES, (terminal, packs) -> RulesNewCommand.with(terminal)),
                new CommandEntry("rules fmt", RULES, (terminal, packs) -> new RulesFmtCommand(terminal, packs)),
                new CommandEntry("lsp", RULES, (terminal, packs) -> new LspCommand(terminal)));
    }

    @Override
    public List<OutputSchema> outputs() {
        return List.of(
                OutputSchema.document("rules check", CheckContract.class),
                OutputSchema.document("rules test", TestContract.class),
                OutputSchema.document("rules mutate", MutationContract.class));
    }
}
