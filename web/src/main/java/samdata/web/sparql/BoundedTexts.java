package samdata.web.sparql;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Puts bounded ones in the place of the keywords that make text: CONCAT, REPLACE and GROUP_CONCAT. Done before a query
 * is optimised, because that already computes what is constant.
 */
final class BoundedTexts {
    /** The usual optimisation, of a query whose texts are bounded. */
    static final RewriteFactory OPTIMISER = context -> query -> Optimize.stdOptimizationFactory
            .create(context)
            .rewrite(Transformer.transform(new Groups(), new Expressions(), query));

    private BoundedTexts() {}

    private static final class Expressions extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN function, ExprList args) {
            return switch (function) {
                case E_StrConcat concat -> new Concat(args);
                case E_StrReplace replace -> new Replace(args);
                default -> super.transform(function, args);
            };
        }
    }

    private static final class Groups extends TransformCopy {
        @Override
        public Op transform(OpGroup group, Op below) {
            List<ExprAggregator> aggregators = group.getAggregators().stream()
                    .map(one -> new ExprAggregator(one.getVar(), bounded(one.getAggregator())))
                    .toList();
            return OpGroup.create(below, group.getGroupVars(), aggregators);
        }

        private static Aggregator bounded(Aggregator aggregator) {
            return switch (aggregator) {
                case AggGroupConcat all ->
                    new BoundedGroupConcat(all.getExprList().get(0), false, all.getSeparator());
                case AggGroupConcatDistinct distinct ->
                    new BoundedGroupConcat(distinct.getExprList().get(0), true, distinct.getSeparator());
                default -> aggregator;
            };
        }
    }

    private static final class Concat extends E_StrConcat {
        Concat(ExprList args) {
            super(args);
        }

        @Override
        public NodeValue eval(List<NodeValue> args, FunctionEnv env) {
            TextBudget.take(Growth.joined(args), env);
            return super.eval(args);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            TextBudget.requireShort(Growth.joined(args));
            return super.eval(args);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Concat(args);
        }
    }

    private static final class Replace extends E_StrReplace {
        @SuppressWarnings("NullAway") // null says that there are no flags
        Replace(ExprList args) {
            super(args.get(0), args.get(1), args.get(2), args.size() > 3 ? args.get(3) : null);
        }

        @Override
        public NodeValue eval(List<NodeValue> args, FunctionEnv env) {
            TextBudget.take(Growth.replaced(args), env);
            return super.eval(args);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            TextBudget.requireShort(Growth.replaced(args));
            return super.eval(args);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Replace(args);
        }
    }
}
