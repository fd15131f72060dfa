"""The arguments of a word: subjects and objects in every voice, shared and controlled ones, and whose a noun is."""

from collections.abc import Collection, Sequence

from kg.claims.remembered import remembered
from kg.reading.tree import Tree
from kg.vocabulary import Grammar

VERBAL = ("VERB", "AUX")
"""Parts of speech of verbs."""
_DEEP = 6
_OBJECT_CONTROL = {"obj", "iobj"}


class Arguments:
    """Heads of arguments over one article's tree.

    ``actors`` are the heads of those who can act, ``times`` the tokens of dates, which are no arguments.
    """

    def __init__(self, tree: Tree, grammar: Grammar, actors: Collection[int] = (), times: Collection[int] = ()) -> None:
        self.tree = tree
        self.grammar = grammar
        self.words = grammar.words
        self.actors = actors
        self.times = times

    @remembered
    def is_passive(self, index: int) -> bool:
        """True where the verb is in the passive, also as a participle that modifies a noun (« signé par »)."""
        if self.tree[index].lemma in self.grammar.resultative or self.is_reflexive(index):
            return False
        children = [self.tree[c].dep for c in self.tree.children(index)]
        if "nsubj" in children and any(self.tree[c].lemma == "have" for c in self.tree.children(index, "aux")):
            return "aux:pass" in children
        if "aux:pass" in children or "nsubj:pass" in children or self._has_agent(index):
            return True
        if "nsubj" in children:
            return False
        token = self.tree[index]
        participle = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph
        participle = participle and ("Aspect=Prog" not in token.morph)
        bare = not any(dep.startswith("aux") for dep in children)
        if token.dep == "conj" and participle and bare and self.tree.children(token.head, "aux:tense"):
            return self.is_passive(token.head)  # « a fermé sa base et rappelé ses soldats »
        return participle and bare and token.dep in ("acl", "advcl", "amod", "root", "conj", "nmod", "appos", "dep")

    def _has_agent(self, index: int) -> bool:
        """Whether somebody does it to the subject; « par » and "by" mark the means as well: "spoke by telephone"."""
        agents = self.tree.children(index, "obl:agent")
        told = "VerbForm=Fin" in self.tree[index].morph and bool(self.tree.children(index, "nsubj"))
        return bool(agents) and (not told or any(agent in self.actors for agent in agents))

    @remembered
    def is_reflexive(self, index: int) -> bool:
        """True where a French verb has its « se »."""
        return any(
            self.tree[c].text.lower() in self.words.reflexives
            for c in self.tree.children(index)
            if self.tree[c].dep.startswith(("expl", "obj", "iobj", "dep")) and c < index
        )

    @remembered
    def subjects(self, index: int, depth: int = 0) -> Sequence[int]:
        """Who does what the verb at ``index`` says: its active subject or agent, shared and controlled ones too."""
        if self.is_passive(index):
            agents = self.tree.children(index, "obl:agent") or [
                c for c in self.tree.children(index, "obl", "nmod") if self.tree.case(c) in self.words.by
            ]
            return [a for a in agents if self.tree[a].lemma not in self.grammar.channels]
        own = self._nominal_subjects(index)
        if own or depth > _DEEP:
            return own
        return self._shared_subject(index, depth)

    def _nominal_subjects(self, index: int) -> list[int]:
        """The subjects that the parser gives; of two before the verb, the nearer, unless a comma makes them one."""
        found = self.tree.children(index, "nsubj")
        before = [at for at in found if at < index]
        apposed = any(token.text == "," for token in self.tree.tokens[before[0] : before[-1]]) if before else False
        return found if apposed else before[-1:] or found

    def _surface_subjects(self, index: int, depth: int) -> list[int]:
        """The grammatical subject, whatever the voice."""
        return self.tree.children(index, "nsubj") or (self._shared_subject(index, depth + 1) if depth < _DEEP else [])

    def _shared_subject(self, index: int, depth: int) -> list[int]:
        token = self.tree[index]
        head = token.head
        if head == index:
            return []
        governor = self.tree[head]
        if token.dep == "conj" and governor.pos in (*VERBAL, "ADJ"):
            return self._surface_subjects(head, depth)
        if (
            token.dep in ("xcomp", "acomp", "advcl", "ccomp", "obl", "obl:arg", "obl:mod", "dep")
            and governor.pos in VERBAL
        ):
            return self._controller(index, head, depth)
        if token.dep == "acl" and governor.pos in ("NOUN", "PROPN", "PRON"):
            if "VerbForm=Inf" in token.morph or self._is_perfect_infinitive(index):
                return [head] if self._is_credited(index, governor.head) else self._of_support_verb(head, depth)
            return [head]
        return []

    def _controller(self, index: int, head: int, depth: int) -> list[int]:
        """Whoever controls an infinitive or participle: the governor's object where it has one, else its subject."""
        token = self.tree[index]
        if token.dep == "ccomp" and "VerbForm=Inf" not in token.morph:
            return []
        marks = {self.tree[c].lemma for c in self.tree.children(index, "mark", "case")}
        credited = token.dep in ("advcl", "obl") and self._is_credited(index, head)
        if token.dep in ("xcomp", "ccomp") or credited or (token.dep == "advcl" and marks & self.words.controlled):
            objects = [
                c
                for c in self.tree.children(head, *_OBJECT_CONTROL)
                if self.tree[c].text.lower() not in self.words.reflexives
                and self.tree[c].lemma not in self.grammar.mutual  # "accused each other of lying"
            ]
            objects = [c for c in objects if c < index or self.tree[c].pos == "PRON"]
            objects += [
                c
                for c in self.tree.children(head, "obl")
                if self.tree.case(c) in self.words.dative and head < c < index
            ]
            if objects:
                return objects[:1]
        return self._surface_subjects(head, depth)

    def _is_credited(self, index: int, governor: int) -> bool:
        """Whether the governor's object is praised or blamed for it: "thanked X for …", « pour avoir livré »."""
        marked = bool(self.tree.children(index, "mark", "case")) and index > governor
        done = "Aspect=Prog" in self.tree[index].morph or self._is_perfect_infinitive(index)
        return marked and done and self.tree[governor].lemma in self.grammar.crediting

    def _is_perfect_infinitive(self, index: int) -> bool:
        return any("VerbForm=Inf" in self.tree[c].morph for c in self.tree.children(index, "aux"))

    def _of_support_verb(self, noun: int, depth: int) -> list[int]:
        """« la décision de X d'envoyer »: the possessor; « a pris la décision d'envoyer »: the verb's subject."""
        owner = self.possessors(noun)
        verb = self.tree[noun].head
        if owner or verb == noun or self.tree[verb].pos not in VERBAL:
            return owner
        return self._surface_subjects(verb, depth)

    @remembered
    def objects(self, index: int, depth: int = 0) -> Sequence[int]:
        """What the verb at ``index`` is done to, also where the passive makes it the grammatical subject."""
        if self.tree[index].pos not in (*VERBAL, "ADJ"):
            return self.marked(index, self.words.of)
        if self.is_passive(index):
            subjects = self.tree.children(index, "nsubj:pass", "nsubj")
            if subjects:
                return subjects
            token = self.tree[index]
            if token.dep in ("acl", "amod") and token.head != index:
                return [token.head]
            if token.dep == "conj" and token.head != index and depth < _DEEP and self.is_passive(token.head):
                return self.objects(token.head, depth + 1)
            if token.dep in ("advcl", "xcomp") and token.head != index:
                return self._surface_subjects(token.head, 1)
            return []
        found = [c for c in self.tree.children(index, "obj") if self.tree[c].text.lower() not in self.words.reflexives]
        found = [c for c in found if c not in self.times]
        found = found or self._partitive(index) or self._shared_object(index) or self._bare_complement(index)
        return found or self._contact_antecedent(index)

    def _contact_antecedent(self, index: int) -> list[int]:
        """ "the pact it concluded with Peru": the noun before a relative clause without a pronoun."""
        token = self.tree[index]
        subjects = self.tree.children(index, "nsubj")
        if (
            token.dep != "acl:relcl"
            or not subjects
            or min(self.tree.subtree(index)) != min(self.tree.subtree(subjects[0]))
        ):
            return []
        inside = self.tree.subtree(index)
        return [] if any(self.tree[i].text.lower() in self.words.relatives for i in inside) else [token.head]

    def _bare_complement(self, index: int) -> list[int]:
        """« a reçu mardi à Paris le chancelier »: the noun that a date kept from being the object."""
        if not any(c in self.times for c in self.tree.children(index)):
            return []
        return [
            c
            for c in self.tree.children(index, "obl", "dep", "nmod", "appos", "xcomp", "nsubj")
            if c > index and c not in self.times and self.tree[c].pos in ("NOUN", "PROPN") and not self.tree.case(c)
        ][:1]

    def _partitive(self, index: int) -> list[int]:
        """« acheter du pétrole », « n'a pas envoyé de troupes »: an object that looks like a complement with « de »."""
        negated = any(self.tree[c].lemma in self.words.verb_negations for c in self.tree.children(index, "advmod"))
        articles = self.words.partitives | self.words.negated_partitives if negated else self.words.partitives
        return [
            c
            for c in self.tree.children(index, "obl:arg", "obl:mod", "nmod")
            if any(self.tree[m].text.lower() in articles for m in self.tree.children(c, "case", "det"))
        ]

    def _shared_object(self, index: int) -> list[int]:
        """« attaqué et détruit la ville »: the object of the verb that is coordinated further right."""
        for verb in self.tree.children(index, "conj"):
            if self.tree[verb].pos in VERBAL:
                return [
                    c for c in self.tree.children(verb, "obj") if self.tree[c].text.lower() not in self.words.reflexives
                ]
        return []

    def possessors(self, index: int) -> list[int]:
        """Whose the noun at ``index`` is: a possessive, else a genitive."""
        return self.owners(index) or self.marked(index, self.words.of)

    def owners(self, index: int) -> list[int]:
        """The possessives of a noun alone: « sa visite », "Iran's release of …"."""
        own = self.tree.children(index, "nmod:poss")
        return own + [c for c in self.tree.children(index, "det") if "Poss=Yes" in self.tree[c].morph]

    def marked(self, index: int, prepositions: Collection[str]) -> list[int]:
        """The complements of the word at ``index`` with one of these prepositions; datives count as à/to."""
        found = []
        for child in self.tree.children(index, "obl", "nmod", "iobj", "obj", "advcl", "dep", "xcomp"):
            token = self.tree[child]
            if token.dep == "xcomp" and token.pos not in ("NOUN", "PROPN"):
                continue
            case = self.tree.case(child)
            dative = token.dep == "iobj" or (
                token.dep.startswith("obj") and token.text.lower() in self.words.dative_pronouns
            )
            if (
                case in prepositions
                or (" " in case and case.split(" ")[-1] in prepositions and case not in self.words.not_complements)
                or (not case and dative and self.words.dative & {*prepositions})
            ):
                found.append(child)
        return found
