package dev.winnow.console.option;

import dev.winnow.console.workspace.Workspace;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The values that a workspace gives to options that the command line does not. */
public final class WorkspaceDefaults implements IDefaultValueProvider {

    private final Workspace workspace;
    private final List<String> arguments;
    private final boolean served;

    /**
     * Creates the values.
     *
     * @param arguments the command line
     * @param served whether the command adds the lists and the answers itself, since they change
     */
    public WorkspaceDefaults(Workspace workspace, List<String> arguments, boolean served) {
        this.workspace = workspace;
        this.arguments = List.copyOf(arguments);
        this.served = served;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName();
        return name.equals("--answers") && (served || !isOfScreening(option)) ? null : workspace.value(name, arguments);
    }

    /** Whether the option names answers to questions; those of {@code weights} are about swings. */
    private static boolean isOfScreening(OptionSpec option) {
        return option.userObject() instanceof Field field && field.getDeclaringClass() == InputOptions.class;
    }

    /**
     * Returns the workspace whose lists a command screens; null if it runs in none, names a universe, or adds them
     * itself.
     */
    public static @Nullable Workspace of(@Nullable CommandSpec command) {
        return command != null
                        && command.defaultValueProvider() instanceof WorkspaceDefaults defaults
                        && !defaults.served
                        && Workspace.ownUniverse(defaults.arguments)
                ? defaults.workspace
                : null;
    }

    /** Returns the workspace in which a command runs; null if it runs in none. */
    public static @Nullable Workspace around(CommandSpec command) {
        return command.defaultValueProvider() instanceof WorkspaceDefaults defaults ? defaults.workspace : null;
    }
}
