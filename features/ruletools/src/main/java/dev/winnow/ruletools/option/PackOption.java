package dev.winnow.ruletools.option;

import dev.winnow.console.option.Packs;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Message;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code --rules} option. */
public final class PackOption {

    private final Packs packs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PACK",
            description = "Folder of a rule pack, or the name of a shipped one. Default: " + Shipped.DEFAULT + ".")
    private @Nullable String pack;

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "The same.")
    private @Nullable String rules;

    public PackOption(Packs packs) {
        this.packs = packs;
    }

    /** Reads the pack with its cases. */
    public RulePack load(Shipped shipped) {
        RulePack pack = packs.load(folder(shipped));
        pack.cases();
        return pack;
    }

    /** Reads a pack that is being written and may lack cases. */
    public RulePack draft(Path folder) {
        return packs.draft(folder);
    }

    /** Returns the folder of the pack. */
    public Path folder(Shipped shipped) {
        if (pack != null && rules != null) {
            throw new Refusal(Exit.USAGE, Message.of("the pack is named twice: `%s` and `%s`", pack, rules));
        }
        return shipped.find(Shipped.Kind.RULES, pack != null ? pack : rules);
    }
}
