#!/usr/bin/env python3
"""A bank's program beside the console: reads applications, proposes terms, has them confirmed, and checks signed messages.

Only the standard library. Tokens are made under 个人信息 → 接口令牌 with the scopes loan:list and loan:move; who proposes terms does
not confirm them, so the second token belongs to another person of the bank.

    JIFEN=https://points.zone.example.cn JIFEN_TOKEN=jft_… JIFEN_SECOND_TOKEN=jft_… python3 bank_api.py work
    python3 bank_api.py verify whsec_… < message.json      # {"headers": {…}, "body": "…"}
"""

import base64
import datetime
import decimal
import hashlib
import hmac
import json
import os
import sys
import time
import urllib.error
import urllib.request

# A message older or newer than this is not believed: somebody may have kept it and sent it again.
TOLERANCE_SECONDS = 300


def ask(token, method, path, body=None, etag=None):
    """One request; gives the answer and its ETag. A refusal ends the program with the server's own words."""
    request = urllib.request.Request(os.environ["JIFEN"] + path, method=method)
    request.add_header("Authorization", "Bearer " + token)
    request.add_header("Accept-Language", "zh-CN")
    if etag is not None:
        request.add_header("If-Match", etag)
    if body is not None:
        request.add_header("Content-Type", "application/json")
        request.data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer), answer.headers.get("ETag")
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        raise SystemExit(f"{method} {path}: {problem['code']}: {problem.get('detail') or problem['title']}")


def move(token, loan_id, step):
    """Moves a loan on, as it is now: whoever moved it in between is not overruled."""
    path = f"/api/v1/loans/{loan_id}"
    _, etag = ask(token, "GET", path)
    loan, _ = ask(token, "POST", path + "/moves", step, etag)
    print(loan_id, loan["state"])


def terms_of(loan):
    """What this bank proposes: what is asked for up to the reference limit, at the reference rate, for three months from today."""
    limit = loan["reference_limit"] or "0"
    until = datetime.date.today() + datetime.timedelta(days=90)
    amount = min(decimal.Decimal(loan["amount"]), decimal.Decimal(limit))
    return {
        "amount": str(amount),
        "yearly_percent": loan["reference_percent"],
        "months": loan["months"],
        "conditions": None,
        "valid_until": os.environ.get("VALID_UNTIL", until.isoformat()),
    }


def work():
    """Takes up every application that waits, and has terms proposed and confirmed by two persons."""
    first, second = os.environ["JIFEN_TOKEN"], os.environ["JIFEN_SECOND_TOKEN"]
    page, _ = ask(first, "GET", "/api/v1/loans?state=submitted&limit=200")
    for waiting in page["items"]:
        loan_id = waiting["id"]
        print(loan_id, waiting["enterprise_name"], waiting["amount"])
        move(first, loan_id, {"action": "accept"})
        loan, _ = ask(first, "GET", f"/api/v1/loans/{loan_id}")
        move(first, loan_id, {"action": "propose", "terms": terms_of(loan)})
        move(second, loan_id, {"action": "confirm"})


def verify(secret, headers, body, now):
    """Whether a message is the platform's (Standard Webhooks): signed with the secret, and not long ago."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    stamp = headers["webhook-timestamp"]
    if abs(now - int(stamp)) > TOLERANCE_SECONDS:
        return False
    signed = f"{headers['webhook-id']}.{stamp}.{body}".encode()
    known = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(known, one) for one in headers["webhook-signature"].split(" "))


if __name__ == "__main__":
    if sys.argv[1:] == ["work"]:
        work()
    elif len(sys.argv) == 3 and sys.argv[1] == "verify":
        message = json.load(sys.stdin)
        now = float(os.environ.get("NOW", time.time()))
        good = verify(sys.argv[2], message["headers"], message["body"], now)
        print("signed" if good else "not signed")
        sys.exit(0 if good else 1)
    else:
        sys.exit(__doc__)
