package dev.winnow.serve.internal;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.CommandEntry.Topic;
import dev.winnow.console.Feature;
import dev.winnow.console.FileKind;
import dev.winnow.console.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** The feature {@code serve}: the workbench in the browser. */
public final class Serve implements Feature {

    @Override
    public String id() {
        return "serve";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("serve", Topic.SCREENING, (terminal, packs) -> ServeCommand.of(terminal, packs)),
                new CommandEntry("init", Topic.SCREENING, (terminal, packs) -> new InitCommand(terminal)));
    }

    @Override
    public List<FileKind> files() {
        return List.of(new FileKind(
                "workspace",
                "workspace.yaml",
                facts -> Workspace.KEYS.document("workspace.yaml, the settings of a workspace", facts, Map.of())));
    }
}
