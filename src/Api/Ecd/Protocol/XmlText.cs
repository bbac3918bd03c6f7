using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>The XML form of an answer: an element a member, a list as its element again and again.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true };

    public static string Of(string root, JsonObject members)
    {
        using var text = new StringWriter();
        text.Write("<?xml version='1.0' encoding='UTF-8'?>");
        using (var xml = XmlWriter.Create(text, Settings))
        {
            Write(xml, root, members);
        }

        return text.ToString();
    }

    private static void Write(XmlWriter xml, string name, JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Write(xml, name, item);
            }

            return;
        }

        xml.WriteStartElement(XmlConvert.EncodeLocalName(name));
        if (node is JsonObject members)
        {
            foreach (var (member, value) in members)
            {
                Write(xml, member, value);
            }
        }
        else if (node is not null)
        {
            xml.WriteString(Clean(node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString()));
        }

        xml.WriteEndElement();
    }

    // Control characters and halves of characters have no place in XML, not even escaped.
    private static string Clean(string text)
    {
        var clean = text.ToCharArray();
        for (var index = 0; index < clean.Length; index++)
        {
            if (index + 1 < clean.Length && XmlConvert.IsXmlSurrogatePair(clean[index + 1], clean[index]))
            {
                index++;
            }
            else if (!XmlConvert.IsXmlChar(clean[index]))
            {
                clean[index] = '\uFFFD';
            }
        }

        return new string(clean);
    }
}
