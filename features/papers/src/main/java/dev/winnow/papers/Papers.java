package dev.winnow.papers;

import static dev.winnow.console.CommandEntry.Topic.CHOICES;
import static dev.winnow.console.CommandEntry.Topic.SCREENING;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.console.Views;
import dev.winnow.papers.letter.LetterCommand;
import dev.winnow.papers.minutes.MinutesCommand;
import dev.winnow.papers.paper.PaperCommand;
import dev.winnow.papers.workbench.PapersViews;
import java.util.List;

/** The feature {@code papers}: {@code paper}, {@code letter} and {@code minutes}. */
public final class Papers implements Feature {

    @Override
    public String id() {
        return "papers";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("paper", SCREENING, (terminal, packs) -> new PaperCommand(terminal, packs)),
                new CommandEntry("minutes", CHOICES, (terminal, packs) -> new MinutesCommand(terminal, packs)),
                new CommandEntry("letter", CHOICES, (terminal, packs) -> new LetterCommand(terminal, packs)));
    }

    @Override
    public Views views() {
        return new PapersViews();
    }
}
