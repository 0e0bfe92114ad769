package samdata.web.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeConst;
import org.jspecify.annotations.Nullable;

/** GROUP_CONCAT within the budget of the query. */
final class BoundedGroupConcat extends AggregatorBase {
    private final @Nullable String separator;

    BoundedGroupConcat(Expr expression, boolean isDistinct, @Nullable String separator) {
        super("GROUP_CONCAT", isDistinct, expression);
        this.separator = separator;
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new BoundedGroupConcat(expressions.get(0), isDistinct, separator);
    }

    @Override
    public Accumulator createAccumulator() {
        return new Joined(getExprList().get(0), isDistinct, separator == null ? " " : separator);
    }

    @Override
    @SuppressWarnings("NullAway") // as ARQ's own: of no rows, DISTINCT has no value
    public Node getValueEmpty() {
        return isDistinct ? null : NodeConst.emptyString;
    }

    @Override
    public int hashCode() {
        return getExprList().hashCode();
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof BoundedGroupConcat that
                && isDistinct == that.isDistinct
                && String.valueOf(separator).equals(String.valueOf(that.separator))
                && getExprList().equals(that.getExprList(), bySyntax);
    }

    private static final class Joined extends AccumulatorExpr {
        private final StringBuilder text = new StringBuilder();
        private final String separator;
        private boolean isFirst = true;

        Joined(Expr expression, boolean isDistinct, String separator) {
            super(expression, isDistinct);
            this.separator = separator;
        }

        @Override
        protected void accumulate(NodeValue value, Binding binding, FunctionEnv env) {
            String next = value.asString();
            if (!isFirst) text.append(separator);
            TextBudget.requireShort((long) text.length() + next.length());
            TextBudget.take(separator.length() + next.length(), env);
            text.append(next);
            isFirst = false;
        }

        @Override
        protected void accumulateError(Binding binding, FunctionEnv env) {}

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
