"""A budget: what is used up is never asked for again; reading stops before a request that it cannot afford."""

from dataclasses import dataclass, field

from stateofplay.errors import BudgetSpent
from stateofplay.reading.llm.settings import Settings

_MILLION = 1_000_000


@dataclass(kw_only=True)
class Budget:
    """Requests and tokens used so far, against the limits of `settings`."""

    settings: Settings
    requests: int = field(default=0, init=False)
    tokens_in: int = field(default=0, init=False)
    tokens_out: int = field(default=0, init=False)

    @property
    def tokens(self) -> int:
        """Tokens in and out."""
        return self.tokens_in + self.tokens_out

    @property
    def cost(self) -> float:
        """What they cost, in the currency of the prices."""
        return self._price(self.tokens_in, self.tokens_out)

    def refuse_overdraft(self, tokens_in: int) -> None:
        """BudgetSpent when a request of about `tokens_in` tokens would go past a limit."""
        given = self.settings
        used = {
            "requests": (self.requests + 1, given.requests),
            "tokens": (self.tokens + tokens_in, given.tokens),
            "cost": (self.cost + self._price(tokens_in, 0), given.cost),
        }
        for name, (needed, limit) in used.items():
            if limit and needed > limit:
                raise BudgetSpent(
                    f"the limit on {name} of the language model ({limit:g}) is reached",
                    mend="raise it and read again: what was read is kept",
                )

    def spend(self, tokens_in: int, tokens_out: int) -> None:
        """Count a request that was answered."""
        self.requests += 1
        self.tokens_in += tokens_in
        self.tokens_out += tokens_out

    def _price(self, tokens_in: int, tokens_out: int) -> float:
        return (tokens_in * self.settings.price_in + tokens_out * self.settings.price_out) / _MILLION
