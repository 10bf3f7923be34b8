"""`briefing annotate`: what is recognized in an article."""

from __future__ import annotations

import argparse
import json

from briefing.errors import ArticleError


def annotate_command(arguments: argparse.Namespace) -> int:
    from briefing.annotate.document import annotate
    from briefing.annotate.view import view_html, view_text
    from briefing.ingest import read_articles
    from briefing.knowledge import load_knowledge
    from briefing.structure import unstructure

    articles, skipped = read_articles(arguments.articles, as_of=arguments.as_of)
    if not articles:
        raise ArticleError("\n".join(["no article could be read", *(f"{s.file}: {s.reason}" for s in skipped)]))
    knowledge = load_knowledge(tuple(arguments.knowledge))
    docs = [annotate(article, knowledge) for article in articles]
    if arguments.json:
        print(json.dumps({"schema": 1, "docs": [unstructure(doc) for doc in docs]}, ensure_ascii=False))
    elif arguments.html:
        print("\n".join(view_html(doc) for doc in docs))
    else:
        print("\n".join(line for doc in docs for line in view_text(doc)))
    return 0
