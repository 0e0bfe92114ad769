package samdata.web.sparql;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;

/** How long the text will be that a function is about to make of its arguments. */
@FunctionalInterface
interface Growth {
    long of(List<NodeValue> args);

    static long joined(List<NodeValue> args) {
        return args.stream().mapToLong(Growth::length).sum();
    }

    /** The first argument stands between all others. */
    static long separated(List<NodeValue> args) {
        return joined(args) + length(args.getFirst()) * args.size();
    }

    /** Text, pattern, replacement and perhaps flags; counted match by match when it may become long. */
    static long replaced(List<NodeValue> args) {
        String text = args.get(0).asString();
        String replacement = args.get(2).asString();
        long groups = replacement.chars().filter(c -> c == '$').count();
        long longestOfOne = replacement.length() + groups * text.length();
        if (text.length() + (text.length() + 1) * longestOfOne <= TextBudget.LONGEST) return text.length();
        String flags = args.size() > 3 ? args.get(3).asString() : null;
        Matcher matcher = RegexEngine.makePattern("REPLACE", args.get(1).asString(), flags)
                .matcher(text);
        long length = text.length();
        while (matcher.find() && length <= TextBudget.LONGEST) {
            long ofGroups = groups * (matcher.end() - matcher.start());
            length += replacement.length() + ofGroups;
        }
        return length;
    }

    private static long length(NodeValue value) {
        return value.asString().length();
    }
}
